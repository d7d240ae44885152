"""What is asked for: a page of the list, 500 values of 20 products, and all of one product's page."""

LIST = """query ProductList($channel: String!, $first: Int!, $after: String, $language: LanguageCodeEnum!) {
  products(channel: $channel, first: $first, after: $after) {
    edges { node {
      id slug name created
      translation(languageCode: $language) { name description }
      pricing { onSale priceRange { start { gross { amount currency } } } }
      variants { id sku name moq quantityAvailable pricing { price { gross { amount currency } net { amount } } } }
    } }
  }
}"""
DETAIL = """query ProductDetail($slug: String!, $channel: String!, $language: LanguageCodeEnum!) {
  product(slug: $slug, channel: $channel) {
    id slug name description material created updatedAt isAvailable isAvailableForPurchase
    translation(languageCode: $language) { name description material }
    localized(languageCode: $language) { name { text language { code } state } }
    seller { id name slug }
    category { id name slug }
    media { id url alt }
    pricing { onSale priceRange { start { gross { amount currency } } stop { gross { amount currency } } } }
    variants {
      id sku name moq orderMultiple leadTimeDays quantityAvailable
      pricing {
        onSale taxRate
        price { gross { amount currency } net { amount currency } }
        priceUndiscounted { gross { amount } }
        tiers { minimumQuantity price { gross { amount } } }
      }
    }
  }
}"""
CURSORS = """query Cursors($channel: String!, $first: Int!, $after: String) {
  products(channel: $channel, first: $first, after: $after) {
    pageInfo { endCursor } edges { node { slug } }
  }
}"""
CHANNEL = "eu"
LANGUAGE = "NL"
PER_PAGE = 20
