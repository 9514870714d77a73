/** Ports, names and networks: what calls what by which name works here as it does in ECS. */
import { toText } from '../../basics/convert'
import { quote } from '../../basics/quote'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { type Graph, resolved, targetOf } from '../../graph/graph'
import { say } from '../../texts/text'
import type { Group } from './groups'
import { type Members, membersOf } from './members'
import { compact, type Writing } from './writing'

/** The ports that a group asks for on this computer, as `8080/tcp`. */
export function wantedPorts(group: Group): readonly string[] {
  if (!publishes(group)) return []
  return group.containers.flatMap(({ spec }) =>
    membersOf(spec)
      .items('portMappings')
      .flatMap((mapping) => {
        const port = wantedPort(group, mapping)
        return port === undefined ? [] : [`${port}/${mapping.text('protocol') ?? 'tcp'}`]
      }),
  )
}

/** Only networks of their own have ports to publish. */
function publishes({ networkMode }: Group): boolean {
  return networkMode !== 'host' && networkMode !== 'none'
}

/** On an instance the host's port; 0 is any port, so the container's own is as good as another. */
function wantedPort(group: Group, mapping: Members): number | undefined {
  const host = group.networkMode === 'bridge' ? mapping.number('hostPort') : undefined
  return host || mapping.number('containerPort')
}

/** `ports` of one container, as a service that others call by name wants them. */
export function portsOf(writing: Writing, group: Group, container: Members): readonly (object | string)[] {
  return container.items('portMappings').flatMap((mapping): (object | string)[] => {
    const protocol = mapping.text('protocol') ?? 'tcp'
    const range = mapping.text('containerPortRange')
    mapping.number('hostPort')
    if (range !== undefined && /^\d+-\d+$/.test(range))
      return publishes(group) ? [`${range}:${range}/${protocol}`] : []
    const target = mapping.number('containerPort')
    const wanted = wantedPort(group, mapping)
    const [name, app] = [mapping.text('name'), mapping.text('appProtocol')]
    if (target === undefined || wanted === undefined || !publishes(group)) return []
    const published = writing.published(wanted, protocol)
    if (published !== wanted) {
      const text = say`Port ${wanted} of ${quote(group.key)} is published as ${published}, because another container has ${wanted}.`
      writing.note('port-moved', text, group.id)
    }
    return [
      compact({
        name: name === undefined ? undefined : writing.text(name, group.definition),
        target,
        published: toText(published),
        protocol,
        app_protocol: app,
      }),
    ]
  })
}

/** The names by which Service Connect lets others call a service. */
export function aliasesOf(writing: Writing, group: Group): readonly string[] {
  const spec = writing.graph.element(group.id)?.spec
  if (group.kind !== 'service' || !spec) return []
  const namespace = namespaceOf(writing.graph, group.id)
  const found = objectsAt(spec, '/serviceConnectConfiguration/services').flatMap(([, service]) => {
    const port = textAt(service, '/portName')
    const discovery = textAt(service, '/discoveryName') ?? port
    const aliases = objectsAt(service, '/clientAliases')
    if (aliases.length === 0 && discovery !== undefined)
      return [[discovery, namespace].filter(Boolean).join('.')]
    return aliases.map(([, alias]) => {
      const name = textAt(alias, '/dnsName') ?? [discovery, namespace].filter(Boolean).join('.')
      sayPort(writing, group, name, alias.port, port)
      return name
    })
  })
  const names = found
    .map((name) => writing.text(name, group.id))
    .filter((name) => name !== '' && name !== group.key)
  return [...new Set(names)]
}

/** Service Connect’s proxy answers at another port than the container; nothing here does. */
function sayPort(writing: Writing, group: Group, name: string, port: unknown, portName?: string): void {
  const target = group.containers
    .flatMap(({ spec }) => objectsAt(spec, '/portMappings'))
    .find(([, mapping]) => mapping.name === portName)?.[1].containerPort
  if (typeof port !== 'number' || typeof target !== 'number' || port === target) return
  const text = say`Others call ${quote(resolved(writing.graph, name))} at port ${port}; here it answers at port ${target}.`
  writing.note('alias-port', text, group.id)
}

function namespaceOf(graph: Graph, service: string): string | undefined {
  const own = textAt(graph.element(service)?.spec, '/serviceConnectConfiguration/namespace')
  const cluster = targetOf(graph, service, 'in-cluster')
  const named = own ?? (cluster && textAt(graph.element(cluster)?.spec, '/serviceConnectDefaults/namespace'))
  return named?.startsWith('arn:') ? undefined : named
}
