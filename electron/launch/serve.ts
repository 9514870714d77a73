/** Serves the built app on the loopback address: the browser host's other half, and what the end-to-end tests use. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerRequest, type Content, readContent, refusal } from '../content/content'

const LOOPBACK = '127.0.0.1'

export interface Server {
  /** Where the app is, such as `http://127.0.0.1:41327/`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Starts serving the built app in `root`; port 0 takes any free one. Rejects when the port is taken. */
export async function serve(root: string, port = 0): Promise<Server> {
  const content = await readContent(root)
  const server = createServer((request, response) => {
    void reply(content, request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, resolve)
  })
  return {
    url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function reply(content: Content, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = isForUs(request)
    ? await answerRequest(content, request.method ?? '', addressOf(request)).catch(() =>
        refusal(500, 'The file could not be read. Build the app again: npm run build'),
      )
    : refusal(403, 'This server answers only to its own loopback address.')
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.byteLength })
  response.end(request.method === 'HEAD' ? undefined : answer.body)
}

/** Another site may point its own name at 127.0.0.1; its visitors' browsers then send that name. */
function isForUs(request: IncomingMessage): boolean {
  const port = request.socket.localPort
  return request.headers.host === `${LOOPBACK}:${port}` || request.headers.host === `localhost:${port}`
}

function addressOf(request: IncomingMessage): string {
  const [path = '/'] = (request.url ?? '/').split(/[?#]/)
  return path
}
