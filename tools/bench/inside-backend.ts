// Loaded into the backend's process before it starts: answers each message with what that process used since the last.
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Resolution of the event loop's delay, ms: what is shorter is not seen. */
const RESOLUTION = 5

/** What one process used between two askings. */
export interface Used {
  readonly rssBytes: number
  /** After a collection of garbage. */
  readonly heapBytes: number
  readonly cpuMs: number
  readonly wallMs: number
  /** How much later than planned a timer fired, ms. */
  readonly lagMs: { readonly p50: number; readonly p99: number; readonly most: number }
}

const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
delay.enable()
let cpu = process.cpuUsage()
let at = performance.now()

process.on('message', () => {
  const rssBytes = process.memoryUsage.rss()
  const { user, system } = process.cpuUsage(cpu)
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION)
  const lagMs = { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), most: late(delay.max) }
  const wallMs = performance.now() - at
  globalThis.gc?.()
  const used: Used = {
    rssBytes,
    heapBytes: process.memoryUsage().heapUsed,
    cpuMs: (user + system) / 1000,
    wallMs,
    lagMs,
  }
  process.send?.(used)
  delay.reset()
  cpu = process.cpuUsage()
  at = performance.now()
})
process.channel?.unref()
