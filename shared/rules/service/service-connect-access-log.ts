import { setAt } from '../../basics/json'
import { service as serviceKind } from '../../elements/service'
import type { Graph } from '../../graph/graph'
import { say } from '../../texts/text'
import { containersOf } from '../container/containers'
import { container, onFargate } from '../examples'
import { definitionOf, isAbsent, isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'

const CONNECT = '/serviceConnectConfiguration'
const LOG = `${CONNECT}/logConfiguration`

export const serviceConnectAccessLog = defineRule({
  id: 'service-connect-access-log',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceConnectConfiguration'],
  title: 'Access logs of Service Connect have somewhere to go',
  message: 'Access logs are set, but the proxy has no log configuration to write them with; add one.',
  why: 'The access log is part of what the proxy prints, and its log configuration says where that goes. ECS refuses the one without the other.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectAccessLogConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:AccessLogConfigurationRequiresLogDriver', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const connect = spec.serviceConnectConfiguration
    if (connect?.enabled !== true || isAbsent(connect.accessLogConfiguration)) return
    if (connect.logConfiguration ? !isAbsent(connect.logConfiguration) : isWritten(element, LOG)) return
    report({ at: LOG, ...likeContainer(graph, id) })
  },
  examples: () => ({
    valid: {
      'with a log configuration': logging({ logConfiguration: awslogs() }),
      'no access log': onFargate({ serviceConnectConfiguration: { enabled: true, namespace: 'internal' } }),
      'turned off': logging({ enabled: false }),
    },
    invalid: {
      'a task whose container logs': {
        design: logging({}, { containerDefinitions: [container({ logConfiguration: awslogs() })] }),
        element: 'web',
        at: LOG,
      },
      'a task that logs nowhere': { design: logging({}), element: 'web', at: LOG },
    },
  }),
})

function awslogs() {
  return {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'proxy' },
  }
}

function logging(connect: Readonly<Record<string, unknown>>, task: Readonly<Record<string, unknown>> = {}) {
  const accessLogConfiguration = { format: 'TEXT' }
  return onFargate(
    {
      serviceConnectConfiguration: {
        enabled: true,
        namespace: 'internal',
        accessLogConfiguration,
        ...connect,
      },
    },
    task,
  )
}

/** The proxy may write where a container of its task does: group and permissions are there already. */
function likeContainer(graph: Graph, service: string): { readonly fix?: Fix } {
  const definition = definitionOf(graph, service)
  const source =
    definition && containersOf(definition.spec).find(({ container }) => !isAbsent(container.logConfiguration))
  if (!source) return {}
  return {
    fix: {
      title: say`Log like container “${source.called}”`,
      apply: (draft) => {
        const spec = draft.elements[service]?.spec
        if (spec) setAt(spec, LOG, source.container.logConfiguration)
      },
    },
  }
}
