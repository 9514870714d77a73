/** One call from the page: who asks, do the arguments fit, does the answer. Knows nothing of Electron. */
import type { z } from 'zod'
import { fail } from '../shared/basics/result'
import { type CallName, calls } from '../shared/host'

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
  const checked = calls[name].args.safeParse(args)
  if (!checked.success) throw new Error(`The arguments of “${name}” do not fit.`)
  try {
    const handler = handlers[name] as (context: Context, ...args: unknown[]) => unknown
    return calls[name].answer.parse(await handler(context, ...checked.data))
  } catch (error) {
    report(error)
    const failure = fail({
      code: 'internal',
      what: 'Fairlead made a mistake of its own.',
      mend: 'Save your design under another name and report this, with what you were doing.',
    })
    if (calls[name].answer.safeParse(failure).success) return failure
    throw new Error(`“${name}” failed.`)
  }
}
