/**
 * The manifest's `key`: a public key whose private half was thrown away. It fixes the id of the unpacked
 * extension, so that tools and tests can address it; the store signs with a key of its own.
 */
export const extensionKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwLCViD3vgDnmpEJ6y4W3bQvuEThIdrvTByBf8YUeSGWeqRRW6Xof' +
  'WJ0jO7hhi3gSufcLIOVCtgIEFxi1kUiZV4lf9i+dqNJcf+bHays7SVIvUqn27VOPRISkg9N0OxQXJyK/t05CIKyfEJAjy4oC' +
  'NQayjCK/ItSCSNwhvb/oylY0QEtDIq5Rye4G+D+maHX9zDLuobBmcL5Kot9nqUn/hytdPAiq1+ZxDByRqL4MxyLmIGpUi1Qz' +
  'KRtGfZ2nOplF/bCFBAMk8HJr+PcQV9eA3IkfiPeiSuGZ6rcdD8S9JENRvIQZrwEJZn1J+M5VGe/L5WmXSuc5FAU9kuL2L8Mm' +
  '5QIDAQAB'

/** The first 16 bytes of the key's SHA-256, written with the letters a to p as Chromium does. */
export const extensionId = 'gffhpjhilhgigaabpjfnhbgjfnignejm'
