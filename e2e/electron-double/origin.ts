/** Serves what the app's `protocol.handle` answers over HTTP, because Chromium alone does not know the scheme. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SchemeHandler = (request: Request) => Promise<Response>

export interface Origin {
  /** `fairlead://app/x` → where Chromium finds it. */
  readonly toHttp: (url: string) => string
  /** And back, for what the app sees. */
  readonly toApp: (url: string) => string
  readonly close: () => void
}

/** Starts the server; `handler` is asked for late, since the app registers it only when it is ready. */
export async function serveScheme(
  scheme: string,
  host: string,
  handler: () => SchemeHandler,
): Promise<Origin> {
  const app = `${scheme}://${host}`
  const server: Server = createServer((request, response) => {
    void handler()(new Request(app + (request.url ?? '/'), { method: request.method ?? 'GET' })).then(
      async (answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers))
        response.end(Buffer.from(await answer.arrayBuffer()))
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const swap = (url: string, from: string, to: string) =>
    url === from || url.startsWith(`${from}/`) ? to + url.slice(from.length) : url
  return {
    toHttp: (url) => swap(url, app, http),
    toApp: (url) => swap(url, http, app),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
