"""What can be said of products in a way that can be filtered, compared and translated."""
