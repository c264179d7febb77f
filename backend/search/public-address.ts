import { BlockList, isIP } from 'node:net'

/** Addresses that are not the public internet (IANA special-purpose registries for IPv4 and IPv6, 2026). */
const NOT_PUBLIC = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  NOT_PUBLIC.addSubnet(network, bits, 'ipv4')

/** Of IPv6 only 2000::/3 is handed out; within it these are not the public internet, or hide an IPv4 address. */
const GLOBAL_V6 = new BlockList()
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6')
const NOT_PUBLIC_V6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_PUBLIC_V6.addSubnet(network, bits, 'ipv6')

/** Whether an IP address, without brackets or zone, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !NOT_PUBLIC.check(address, 'ipv4')
    case 6:
      return GLOBAL_V6.check(address, 'ipv6') && !NOT_PUBLIC_V6.check(address, 'ipv6')
    default:
      return false
  }
}

/**
 * An address that a page may be read from, or null: http(s) at its usual port, with no name or password in it, and
 * not an IP address that is not public. What its name resolves to is checked when it is connected to.
 */
export function readablePage(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.port !== '' || url.username !== '' || url.password !== '') return null
  const host = url.hostname.replaceAll(/^\[|\]$/gu, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) return null
  return url
}
