/** `ports` and `expose`: what a container listens on. */
import { toNumber } from '../../basics/convert'
import { quote } from '../../basics/quote'
import { say } from '../../texts/text'
import { itemsOf, member, type Node, take, textOf } from '../containers/node'
import { drop, mapped } from '../containers/telling'
import { withDefaults } from '../containers/values'
import type { Reading } from './reading'

export interface Port {
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  /** The last one of a range. */
  readonly last?: number
  readonly name?: string
  readonly app?: string
  readonly published?: string
}

/** Most that a range may hold to become ports of their own. */
const FEW = 10

/** The ports of a service, each once. */
export function portsOf(reading: Reading, service: Node, id: string): readonly Port[] {
  const found = new Map<string, Port>()
  for (const key of ['ports', 'expose']) {
    for (const item of itemsOf(member(service, key))) {
      const ports = item.members ? long(item) : short(textOf(item) ?? '')
      if (ports.length === 0) {
        drop(reading, 'port', item, say`${quote(textOf(item) ?? key)} is left out: it tells no port.`, id)
        continue
      }
      take(item)
      for (const port of ports) {
        const identity = `${port.port}/${port.protocol}`
        if (!found.has(identity)) found.set(identity, port)
      }
      sayPublished(reading, item, ports, id)
    }
  }
  return [...found.values()]
}

function sayPublished(reading: Reading, item: Node, ports: readonly Port[], id: string): void {
  const [port] = ports
  if (port?.published === undefined) {
    mapped(reading, 'port', item, say`Port ${port?.port ?? 0} became a port mapping.`, id)
    return
  }
  const text = say`Port ${port.port} became a port mapping. Compose publishes it as ${quote(port.published)}: where clients come from outside, put a load balancer in front.`
  mapped(reading, 'published-port', item, text, id)
}

/** `target`, `published`, `protocol`, `name` and `app_protocol`. */
function long(item: Node): readonly Port[] {
  const text = (key: string) => textOf(member(item, key))
  const [first] = short(text('target') ?? '')
  if (!first) return []
  const [name, app, published] = [text('name'), text('app_protocol'), text('published')]
  return [
    {
      ...first,
      protocol: text('protocol') === 'udp' ? 'udp' : 'tcp',
      ...(name === undefined ? {} : { name }),
      ...(app === undefined ? {} : { app }),
      ...(published === undefined ? {} : { published }),
    },
  ]
}

/** `[[host:]published:]port[/protocol]`, each port perhaps a range; variables count by their defaults. */
function short(written: string): readonly Port[] {
  const filled = withDefaults(written)
  const parts = /^(?:(.*):)?(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(filled ?? '')
  if (!parts) return []
  const [, published, from = '', to, protocol = 'tcp'] = parts
  const [first, last] = [toNumber(from), toNumber(to ?? from)]
  if (first < 1 || last > 65535 || last < first) return []
  const kind = { protocol: protocol === 'udp' ? ('udp' as const) : ('tcp' as const) }
  const rest = { ...kind, ...(published === undefined ? {} : { published }) }
  if (last - first >= FEW) return [{ port: first, last, ...rest }]
  return Array.from({ length: last - first + 1 }, (_, i) => ({ port: first + i, ...rest }))
}
