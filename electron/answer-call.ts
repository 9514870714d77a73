/** One call from the page: who asks, do the arguments fit, does the answer. Knows nothing of Electron. */
import type { z } from 'zod'
import { type Failure, fail } from '../shared/basics/result'
import { type CallName, calls } from '../shared/host'
import { isTooLarge, LARGEST_MESSAGE } from './message-size'

export const APP_ORIGIN = 'fairlead://app'

export type CallArguments<C extends CallName> = z.infer<(typeof calls)[C]['args']>
export type CallAnswer<C extends CallName> = z.infer<(typeof calls)[C]['answer']>

/** The handlers of all calls, each with what it needs from the window first. */
export type Handlers<Context> = {
  readonly [C in CallName]: (
    context: Context,
    ...args: CallArguments<C>
  ) => CallAnswer<C> | Promise<CallAnswer<C>>
}

/** The frame that sent a message, as far as trust depends on it; null when it is gone. */
export interface SenderFrame {
  readonly origin: string
  readonly parent: unknown
}

/** Only the main frame of our own page may ask for anything. */
export function isTrusted(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN
}

/** What the page hears of a mistake of ours. */
const INTERNAL: Failure = {
  code: 'internal',
  what: 'Fairlead made a mistake of its own.',
  mend: 'Save your design under another name and report this, with what you were doing.',
}

/** What it hears when a message would be larger than one may be, to us or from us. */
const TOO_LARGE: Failure = {
  code: 'message-too-large',
  limit: LARGEST_MESSAGE,
  what: 'This is more than 64 MiB, which is more than Fairlead reads or writes at once.',
  mend: 'Split the design, or export a smaller part of it. Nothing was changed.',
}

/**
 * Runs a handler. What does not fit is refused with an error that says only which call it was; a handler that throws is a
 * bug, which `report` hears about and the page does not.
 */
export async function answerCall<Context>(
  name: CallName,
  handlers: Handlers<Context>,
  context: Context,
  args: readonly unknown[],
  report: (error: unknown) => void,
): Promise<unknown> {
  if (isTooLarge(args)) return refused(name, TOO_LARGE)
  const checked = calls[name].args.safeParse(args)
  if (!checked.success) throw new Error(`The arguments of “${name}” do not fit.`)
  try {
    const handler = handlers[name] as (context: Context, ...args: unknown[]) => unknown
    const answer = calls[name].answer.parse(await handler(context, ...checked.data))
    return isTooLarge(answer) ? refused(name, TOO_LARGE) : answer
  } catch (error) {
    report(error)
    return refused(name, INTERNAL)
  }
}

/** The failure as the call's answer; where it has none, an error that says only which call it was. */
function refused(name: CallName, failure: Failure): unknown {
  const answer = fail(failure)
  if (calls[name].answer.safeParse(answer).success) return answer
  throw new Error(`“${name}” failed.`)
}
