"""The devices on which somebody is signed in: seen and ended by their owner."""
