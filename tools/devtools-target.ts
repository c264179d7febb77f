import type { CDPSession } from '@playwright/test'
import { withDeadline } from './deadline.ts'

/** One thing that DevTools can attach to: a page, a tab, a service worker, an offscreen document. */
export interface TargetInfo {
  readonly targetId: string
  readonly type: string
  readonly url: string
}

/** A target that Playwright has no object for, such as the offscreen document (type `background_page`). */
export interface DevtoolsTarget extends TargetInfo {
  /** Runs a function there; it sees its argument and nothing else of the caller's scope. */
  evaluate<Result, Argument = undefined>(
    body: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>
  send(method: string, params?: object): Promise<unknown>
  /** The next event of this name. Ask before what causes it. */
  nextEvent(method: string): Promise<unknown>
  detach(): Promise<void>
}

interface EvaluationAnswer {
  result: { value?: unknown; description?: string }
  exceptionDetails?: { text: string; exception?: { description?: string } }
}

interface Message {
  id?: number
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

const ANSWER_WITHIN_MS = 10_000

/** Every target of the browser; an empty filter entry also lets `tab` targets through. */
export async function listTargets(devtools: CDPSession): Promise<TargetInfo[]> {
  const { targetInfos } = await withDeadline(
    devtools.send('Target.getTargets', { filter: [{}] }),
    ANSWER_WITHIN_MS,
    'DevTools lists its targets',
  )
  return targetInfos
}

export async function attachTo(devtools: CDPSession, target: TargetInfo): Promise<DevtoolsTarget> {
  // Not `flatten`: Playwright's session has no way to address a session of its own within the connection.
  const { sessionId } = await withDeadline(
    devtools.send('Target.attachToTarget', { targetId: target.targetId, flatten: false }),
    ANSWER_WITHIN_MS,
    `attach to ${target.type} ${target.url}`,
  )
  const listeners = new Set<(message: Message) => void>()
  const receive = (event: { sessionId: string; message: string }) => {
    if (event.sessionId !== sessionId) return
    const message: Message = JSON.parse(event.message)
    for (const listener of [...listeners]) listener(message)
  }
  devtools.on('Target.receivedMessageFromTarget', receive)

  const next = (wanted: (message: Message) => boolean, what: string): Promise<Message> => {
    let listener: (message: Message) => void = () => {}
    const arrived = new Promise<Message>((resolve) => {
      listener = (message) => {
        if (wanted(message)) resolve(message)
      }
      listeners.add(listener)
    })
    return withDeadline(arrived, ANSWER_WITHIN_MS, what).finally(() => listeners.delete(listener))
  }

  let lastId = 0
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    const id = ++lastId
    const answer = next((message) => message.id === id, `${method} in ${target.type} ${target.url}`)
    const sent = devtools.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    })
    const [{ result, error }] = await Promise.all([answer, sent])
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }

  return {
    ...target,
    send,
    nextEvent: async (method) => (await next((message) => message.method === method, method)).params,
    async evaluate<Result, Argument>(
      body: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ): Promise<Result> {
      const expression = `(${body.toString()})(${argument === undefined ? '' : JSON.stringify(argument)})`
      const answer = (await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as EvaluationAnswer
      const failed = answer.exceptionDetails
      if (failed) throw new Error(failed.exception?.description ?? failed.text)
      return answer.result.value as Result
    },
    async detach() {
      devtools.off('Target.receivedMessageFromTarget', receive)
      await devtools.send('Target.detachFromTarget', { sessionId }).catch(() => {
        // The target went away first, and its session with it.
      })
    },
  }
}
