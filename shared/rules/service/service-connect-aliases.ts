import { LAST_PORT } from '../../aws/facts/ports'
import { discoveryName, dnsName, MAX_CLIENT_ALIASES } from '../../aws/facts/service-connect'
import { freeId } from '../../basics/slug'
import { service as serviceKind } from '../../elements/service'
import { say } from '../../texts/text'
import { container, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { isKnown, isWrittenIn } from '../reading'
import type { ServiceSpec } from '../rollout'
import { defineRule, type RuleContext } from '../rule'

const SERVICES = '/serviceConnectConfiguration/services'

export const serviceConnectAliases = defineRule({
  id: 'service-connect-aliases',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceConnectConfiguration'],
  title: 'Names and ports of Service Connect are well formed and given once',
  message:
    'A port takes {most} client alias, and this is another one; remove it, or list the port again under another discovery name.',
  variants: {
    noPort: 'Say on which port others call this service.',
    port: 'There is no port {port}; give one from 1 to {last}.',
    name: 'The name “{name}” does not fit: up to {max} lower-case letters, digits, hyphens and underscores, not beginning with a hyphen.',
    dns: 'The name “{name}” does not fit: up to {max} lower-case letters, digits, hyphens, underscores and dots, not beginning with a hyphen.',
    repeated:
      'Two ports of this service are called “{name}” in the namespace; give one of them another discovery name.',
  },
  why: 'ECS makes a Cloud Map service of each name and tells it to every task in the namespace, whose proxy then listens there. That works only with names that DNS knows and with each name once.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:CannotCreateMultiple', checked: '2026-11-21' },
  ],
  check(context) {
    const connect = context.spec.serviceConnectConfiguration
    if (connect?.enabled !== true || !connect.services) return
    const names = new Set<string>()
    connect.services.forEach((service, index) => {
      const at = `${SERVICES}/${index}`
      reportPort(context, `${at}/ingressPortOverride`, service.ingressPortOverride)
      reportName(context, `${at}/discoveryName`, service.discoveryName, discoveryName, 'name')
      reportRepeated(context, `${at}/discoveryName`, service.discoveryName || service.portName, names)
      reportAliases(context, at, service.clientAliases ?? [])
    })
  },
  examples: () => ({
    valid: {
      'one alias': serving([{ portName: 'http', clientAliases: [{ port: 80, dnsName: 'web' }] }]),
      'no alias, so that the port’s own name counts': serving([{ portName: 'http' }]),
      'the longest names': serving([
        {
          portName: 'http',
          discoveryName: 'x'.repeat(64),
          clientAliases: [{ port: 65535, dnsName: 'x'.repeat(127) }],
        },
      ]),
      'one port under two discovery names': serving([
        { portName: 'http', clientAliases: [{ port: 80 }] },
        { portName: 'http', discoveryName: 'http-old', clientAliases: [{ port: 8080 }] },
      ]),
      placeholders: serving([
        { portName: 'http', discoveryName: '<name>', clientAliases: [{ port: '<port>', dnsName: '<dns>' }] },
      ]),
    },
    invalid: {
      'two aliases': {
        design: serving([{ portName: 'http', clientAliases: [{ port: 80 }, { port: 8080 }] }]),
        element: 'web',
        at: `${SERVICES}/0/clientAliases/1`,
      },
      'an alias without a port': {
        design: serving([{ portName: 'http', clientAliases: [{ dnsName: 'web' }] }]),
        element: 'web',
        at: `${SERVICES}/0/clientAliases/0/port`,
      },
      'a port that is none': {
        design: serving([{ portName: 'http', clientAliases: [{ port: 70000 }] }]),
        element: 'web',
        at: `${SERVICES}/0/clientAliases/0/port`,
      },
      'a DNS name with capital letters': {
        design: serving([{ portName: 'http', clientAliases: [{ port: 80, dnsName: 'Web Shop' }] }]),
        element: 'web',
        at: `${SERVICES}/0/clientAliases/0/dnsName`,
      },
      'a discovery name that is too long': {
        design: serving([{ portName: 'http', discoveryName: 'x'.repeat(65) }]),
        element: 'web',
        at: `${SERVICES}/0/discoveryName`,
      },
      'one port twice under its own name': {
        design: serving([{ portName: 'http' }, { portName: 'http' }]),
        element: 'web',
        at: `${SERVICES}/1/discoveryName`,
      },
      'an ingress port that is none': {
        design: serving([{ portName: 'http', ingressPortOverride: 0 }]),
        element: 'web',
        at: `${SERVICES}/0/ingressPortOverride`,
      },
    },
  }),
})

function serving(services: readonly object[]) {
  return onFargate(
    { serviceConnectConfiguration: { enabled: true, namespace: 'internal', services } },
    { containerDefinitions: [container({ portMappings: [{ containerPort: 80, name: 'http' }] })] },
  )
}

type Context = RuleContext<ServiceSpec>
type Aliases = readonly { readonly port?: number | undefined; readonly dnsName?: string | undefined }[]

function reportAliases(context: Context, service: string, aliases: Aliases): void {
  const { element, report } = context
  aliases.slice(0, MAX_CLIENT_ALIASES).forEach(({ port, dnsName: name }, index) => {
    const at = `${service}/clientAliases/${index}`
    if (!isWrittenIn(element, at, 'port')) report({ at: `${at}/port`, variant: 'noPort' })
    reportPort(context, `${at}/port`, port)
    reportName(context, `${at}/dnsName`, name, dnsName, 'dns')
  })
  if (aliases.length <= MAX_CLIENT_ALIASES) return
  const values = { most: MAX_CLIENT_ALIASES }
  report({ at: `${service}/clientAliases/${MAX_CLIENT_ALIASES}`, values })
}

/** The nearest port is not what anybody meant, so there is no mend. */
function reportPort({ report }: Context, at: string, port: number | undefined): void {
  if (port === undefined || (port >= 1 && port <= LAST_PORT)) return
  report({ at, values: { port, last: LAST_PORT }, variant: 'port' })
}

function reportName(
  { id, report }: Context,
  at: string,
  name: string | undefined,
  { max, pattern }: typeof discoveryName | typeof dnsName,
  variant: 'name' | 'dns',
): void {
  if (!isKnown(name) || (name.length <= max && pattern.test(name))) return
  const dots = variant === 'dns' ? '.' : ''
  const better = name
    .toLowerCase()
    .replace(new RegExp(`[^a-z0-9_${dots}-]+`, 'g'), '-')
    .replace(/^-+/, '')
    .slice(0, max)
  report({
    at,
    values: { name, max },
    variant,
    ...(better !== '' && { fix: setMembers(say`Change it to “${better}”`, id, { [at]: better }) }),
  })
}

function reportRepeated(
  { id, report }: Context,
  at: string,
  name: string | undefined,
  names: Set<string>,
): void {
  if (!isKnown(name)) return
  if (names.has(name)) {
    const free = freeId(name, (one) => names.has(one))
    report({
      at,
      values: { name },
      variant: 'repeated',
      fix: setMembers(say`Call one of them “${free}”`, id, { [at]: free }),
    })
  }
  names.add(name)
}
