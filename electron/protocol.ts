/** `fairlead://app`: the built app, and nothing else, under an origin of its own. There is no `file://` page. */
import { protocol } from 'electron'
import { answerRequest, type Content, refusal } from './content/content'

const SCHEME = 'fairlead'
const HOST = 'app'
export const APP_URL = `${SCHEME}://${HOST}/index.html`

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Answers every request to the scheme from the list; what is not a GET of something on it does not exist. */
export function serveApp(content: Content): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const answer =
      method === 'GET' && host === HOST
        ? await answerRequest(content, method, pathname)
        : refusal(404, 'There is nothing at this address.')
    const { status, headers } = answer
    return new Response(Uint8Array.from(answer.body), { status, headers })
  })
}
