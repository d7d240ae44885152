"""What a shop's front sends for somebody's account."""

from tests.journeys.storefront.basket_documents import ADDRESS

PERSON = (
    """
fragment Person on User {
  id email firstName lastName isActive dateJoined avatar { url alt } metadata { key value }
  addresses { ...Place } defaultShippingAddress { id } defaultBillingAddress { id }
}"""
    + ADDRESS
)
OOPS = "fragment Oops on AccountError { field message code }"
_ERRORS = "errors { ...Oops }"

RULES = """query Form($country: CountryCode!) {
  addressValidationRules(countryCode: $country) {
    countryCode addressFormat addressLatinFormat allowedFields requiredFields upperFields countryAreaType cityType
    postalCodeType postalCodeMatchers countryAreaChoices { raw verbose }
  }
}"""
RULES_INLINE = "query Form { addressValidationRules(countryCode: NL) { requiredFields postalCodeExamples } }"
REGISTER = f"""mutation Join($input: AccountRegisterInput!) {{
  accountRegister(input: $input) {{ requiresConfirmation {_ERRORS} }}
}}{OOPS}"""
CONFIRM = f"""mutation Confirm($email: String!, $token: String!) {{
  confirmAccount(email: $email, token: $token) {{ user {{ id email }} {_ERRORS} }}
}}{OOPS}"""
SIGN_IN = f"""mutation Enter($email: String!, $password: String!) {{
  tokenCreate(email: $email, password: $password) {{ token refreshToken user {{ id email }} {_ERRORS} }}
}}{OOPS}"""
REFRESH = f"""mutation Stay($refresh: String!) {{
  tokenRefresh(refreshToken: $refresh) {{ token {_ERRORS} }}
}}{OOPS}"""
ME = f"""query Mine($first: Int) {{
  me {{ ...Person orders(first: $first) {{
    totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor node {{
      id number created status paymentStatus total {{ gross {{ amount currency }} }}
      lines {{ quantity variant {{ id product {{ name thumbnail {{ url alt }} }} }} }} }} }} }} }}
}}{PERSON}"""
UPDATE = f"""mutation Rename($input: AccountInput!) {{
  accountUpdate(input: $input) {{ user {{ firstName lastName metadata {{ key value }} }} {_ERRORS} }}
}}{OOPS}"""
ADDRESS_CREATE = f"""mutation Add($address: AddressInput!, $type: AddressTypeEnum) {{
  accountAddressCreate(type: $type, input: $address) {{ user {{ ...Person }} address {{ ...Place }} {_ERRORS} }}
}}{PERSON}{OOPS}"""
ADDRESS_UPDATE = f"""mutation Change($id: ID!, $address: AddressInput!) {{
  accountAddressUpdate(id: $id, input: $address) {{ user {{ ...Person }} address {{ ...Place }} {_ERRORS} }}
}}{PERSON}{OOPS}"""
CANCEL = """mutation CallOff($id: ID!) { orderCancel(id: $id) { order { status } errors { field message code } } }"""
ADDRESS_DELETE = f"""mutation Drop($id: ID!) {{
  accountAddressDelete(id: $id) {{ user {{ ...Person }} address {{ ...Place }} {_ERRORS} }}
}}{PERSON}{OOPS}"""
ADDRESS_DEFAULT = f"""mutation Prefer($id: ID!, $type: AddressTypeEnum!) {{
  accountSetDefaultAddress(id: $id, type: $type) {{ user {{ ...Person }} {_ERRORS} }}
}}{PERSON}{OOPS}"""
CHANGE_PASSWORD = f"""mutation Replace($old: String!, $new: String!) {{
  passwordChange(oldPassword: $old, newPassword: $new) {{ {_ERRORS} }}
}}{OOPS}"""
ASK_RESET = f"""mutation Forgotten($email: String!, $channel: String!, $back: String!) {{
  requestPasswordReset(email: $email, channel: $channel, redirectUrl: $back) {{ {_ERRORS} }}
}}{OOPS}"""
SET_PASSWORD = f"""mutation Choose($email: String!, $token: String!, $password: String!) {{
  setPassword(email: $email, token: $token, password: $password) {{ user {{ id email }} {_ERRORS} }}
}}{OOPS}"""
ASK_DELETION = f"""mutation Leave($back: String!, $channel: String) {{
  accountRequestDeletion(redirectUrl: $back, channel: $channel) {{ {_ERRORS} }}
}}{OOPS}"""
DELETE = f"""mutation Gone($token: String!) {{ accountDelete(token: $token) {{ kept {_ERRORS} }} }}{OOPS}"""
