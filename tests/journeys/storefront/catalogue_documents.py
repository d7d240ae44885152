"""What a shop's front asks of the catalogue and of its own pages."""

PRICE = "{ gross { amount currency } net { amount } tax { amount } }"
CARD = f"""
fragment Card on Product {{
  id name slug created
  said: translation(languageCode: $language) {{ id slug name description seoTitle language {{ code }} }}
  thumbnail(size: 512, format: WEBP) {{ url alt }}
  category {{ id name slug backgroundImage(size: 512) {{ url }} translation(languageCode: $language) {{ name slug }} }}
  pricing {{ priceRange {{ start {PRICE} stop {PRICE} }} priceRangeUndiscounted {{ start {PRICE} }} }}
  promoted: assignedAttribute(slug: "promoted") {{ ... on AssignedBooleanAttribute {{ value }} }}
  productVariants(first: 10) {{ totalCount edges {{ node {{ id name }} }} }}
}}"""
PAGING = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"

CHANNELS = "query Markets { channels { id name slug isActive currencyCode } }"
CHANNEL = "query Market($slug: String!) { channel(slug: $slug) { id slug countries { code country } } }"
CATEGORIES = """query Departments($slugs: [String!]) {
  categories(first: 10, filter: { slugs: $slugs }) { edges { node { id slug name } } }
}"""
CATEGORY = f"""query Department(
  $slug: String!, $channel: String!, $language: LanguageCodeEnum!, $sort: ProductOrder, $where: ProductWhereInput
) {{
  category(slug: $slug, slugLanguageCode: $language) {{
    id name description seoTitle seoDescription translation(languageCode: $language) {{ name slug seoTitle }}
    products(first: 5, channel: $channel, sortBy: $sort, where: $where) {{
      edges {{ cursor node {{ ...Card }} }} {PAGING}
    }}
  }}
}}{CARD}"""
COLLECTION = f"""query Selection($slug: String!, $channel: String!, $language: LanguageCodeEnum!) {{
  collection(slug: $slug, channel: $channel) {{
    id name backgroundImage {{ url alt }} translation(languageCode: $language) {{ name slug }}
    products(first: 5) {{ edges {{ node {{ ...Card }} }} {PAGING} }}
  }}
}}{CARD}"""
PRODUCTS = f"""query Range(
  $channel: String!, $language: LanguageCodeEnum!, $first: Int, $after: String, $filter: ProductFilterInput,
  $sort: ProductOrder
) {{
  products(channel: $channel, first: $first, after: $after, filter: $filter, sortBy: $sort) {{
    edges {{ cursor node {{ ...Card }} }} {PAGING}
  }}
}}{CARD}"""
PRODUCT = """query Article($slug: String!, $channel: String!, $language: LanguageCodeEnum!) {
  product(slug: $slug, channel: $channel, slugLanguageCode: $language) {
    id name slug description seoTitle isAvailable productType { slug }
    translation(languageCode: $language) { name slug }
    media { url(size: 1024, format: WEBP) alt type }
    assignedAttributes(limit: 20) {
      attribute { slug name translation(languageCode: $language) { name } }
      ... on AssignedPlainTextAttribute { words: value theirs: translation(languageCode: $language) }
      ... on AssignedBooleanAttribute { yes: value }
      ... on AssignedNumericAttribute { number: value }
      ... on AssignedSingleChoiceAttribute { choice: value { name slug translation(languageCode: $language) } }
      ... on AssignedMultiChoiceAttribute { choices: value { name slug } }
    }
    productVariants(first: 5) {
      totalCount pageInfo { endCursor } edges { node { id name quantityAvailable media { url type }
        translation(languageCode: $language) { name }
        choosing: attributes(variantSelection: VARIANT_SELECTION) {
          attribute { slug inputType } values { name slug value dateTime boolean file { url } }
        }
        pricing { price { gross { amount currency } } priceUndiscounted { gross { amount } } } } }
    }
  }
}"""
VARIANT = """query Choice($id: ID!, $channel: String!) {
  productVariant(id: $id, channel: $channel) { id sku name product { id slug } pricing { price { gross { amount } } } }
}"""
MENU = """query Footer($slug: String!, $channel: String!, $language: LanguageCodeEnum!) {
  menu(slug: $slug, channel: $channel) { id name slug items { ...Entry children { ...Entry } } }
}
fragment Entry on MenuItem {
  id name level url translation(languageCode: $language) { name }
  category { id slug name } collection { id slug name } page { id slug title }
}"""
PAGE = """query Imprint($slug: String!, $language: LanguageCodeEnum!) {
  page(slug: $slug, slugLanguageCode: $language) {
    id slug title content isPublished seoTitle seoDescription publishedAt
    translation(languageCode: $language) { id title content slug seoTitle seoDescription }
  }
}"""
PAGES = """query Papers($slugs: [String!], $channel: String) {
  pages(first: 20, channel: $channel, where: { slug: { oneOf: $slugs } }) { totalCount edges { node { slug title } } }
}"""
