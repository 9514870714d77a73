/** How requests reach pods: Services, Ingresses, and the AWS Load Balancer Controller. */
import { toText } from '../../basics/convert'
import { isObject, valueAt } from '../../basics/json'
import { membersAt } from '../../basics/members'
import { referencesIn } from '../../design/references'
import { kubernetesIngress } from '../../elements/kubernetes-ingress'
import { kubernetesService } from '../../elements/kubernetes-service'
import { kubernetesWorkload } from '../../elements/kubernetes-workload'
import { annotation } from '../../elements/parts/manifest'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { podLabels } from '../../elements/parts/selector'
import { type Graph, nameOf, outgoing } from '../../graph/graph'
import { eksClusterOf, isOnFargate, namespaceOf, workloadsIn } from '../../graph/pods'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { isUnknown } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { workload } from './examples'
import { ingress, onFargate, onNodes, service } from './object-examples'

const ALB = {
  ref: 'https://docs.aws.amazon.com/eks/latest/userguide/alb-ingress.html',
  checked: '2026-11-27',
}
const NLB = {
  ref: 'https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html',
  checked: '2026-11-27',
}
const SERVICES = {
  ref: 'https://kubernetes.io/docs/concepts/services-networking/service/',
  checked: '2026-11-27',
}
const TARGET_TYPE = 'alb.ingress.kubernetes.io/target-type'
const NLB_TYPE = 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type'

export const eksTraffic = ruleFamily([
  defineRule({
    id: 'eks-service-no-pods',
    severity: 'warning',
    on: [kubernetesService],
    title: 'A Service’s selector picks pods',
    message:
      'No pods of namespace “{namespace}” have all the labels of this selector, so nothing answers; make them fit.',
    why: 'A Service sends requests to the pods whose labels contain its selector, in its own namespace. Where none do, callers get no connection, and nothing says why.',
    sources: [SERVICES],
    check({ id, spec, graph, report }) {
      const { selector, type } = spec.spec ?? {}
      if (!selector || Object.keys(selector).length === 0 || type === 'ExternalName') return
      if (Object.values(selector).some(isUnknown) || outgoing(graph, id, 'forwards').length > 0) return
      const beside = podsBeside(graph, id)
      // Pods that are not drawn may fit.
      if (beside.length === 0) return
      const [only, ...others] = beside
      const fix = only !== undefined && others.length === 0 ? selectPods(graph, id, only) : undefined
      report({ at: '/spec/selector', values: { namespace: namespaceOf(graph, id) }, ...(fix && { fix }) })
    },
    examples: () => ({
      valid: {
        'labels that fit': onNodes({ web: workload(), front: service() }),
        'no pods are drawn': onNodes({ front: service() }),
        'a name for something outside': onNodes({
          web: workload(),
          front: service({ type: 'ExternalName', externalName: 'db.example.com', selector: { app: 'db' } }),
        }),
        'pods in another namespace only': onNodes({ web: workload({ namespace: 'shop' }), front: service() }),
      },
      invalid: {
        'another label': {
          design: onNodes({ web: workload(), front: service({ selector: { app: 'shop' } }) }),
          element: 'front',
          at: '/spec/selector',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-ingress-port',
    severity: 'error',
    on: [kubernetesIngress],
    title: 'An Ingress names a port that its Service has',
    message: 'Service “{service}” has no port {port}; name one that it has.',
    why: 'The controller looks the port up in the Service to find the pods’ port. With a port that is not there it makes no target group, and requests get an error.',
    sources: [ALB, SERVICES],
    check({ id, element, graph, report }) {
      for (const { at, service: target, port } of backendsOf(element.spec)) {
        const manifest = graph.element(target)
        const ports = objectsAt(manifest?.spec, '/spec/ports').map(([, one]) => one)
        const wanted = valueAt(port, '/number') ?? valueAt(port, '/name')
        if (manifest?.kind !== kubernetesService.kind || wanted === undefined || ports.length === 0) continue
        if (ports.some((one) => one.port === wanted || one.name === wanted)) continue
        const first = ports[0]?.port
        const fix =
          typeof first === 'number'
            ? setMembers(say`Name port ${first}`, id, { [`${at}/port`]: { number: first } })
            : undefined
        report({
          at: `${at}/port`,
          values: { service: nameOf(graph, target), port: toText(wanted) },
          ...(fix && { fix }),
        })
      }
    },
    examples: () => ({
      valid: {
        'by number': onNodes({ web: workload(), front: service(), way: ingress() }),
        'by name': onNodes({
          web: workload(),
          front: service({ ports: [{ name: 'http', port: 80 }] }),
          way: ingress({}, { name: 'http' }),
        }),
      },
      invalid: {
        'another number': {
          design: onNodes({
            web: workload(),
            front: service(),
            way: ingress({ [TARGET_TYPE]: 'ip' }, { number: 8080 }),
          }),
          element: 'way',
          at: '/spec/rules/0/http/paths/0/backend/service/port',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-ingress-target-type',
    severity: 'error',
    on: [kubernetesIngress],
    title: 'An Ingress reaches pods by address, or a Service by its node port',
    message:
      'Targets of type instance need a node port, and Service “{service}” has none; set the target type to ip.',
    variants: {
      fargate:
        'Pods behind “{service}” run on Fargate, where there are no instances; set the target type to ip.',
    },
    why: 'The load balancer sends to a port of each node with the type instance, which the controller assumes where nothing is said, and to the pods themselves with the type ip.',
    sources: [ALB],
    check({ id, element, spec, graph, report }) {
      const annotations = spec.metadata?.annotations ?? {}
      const isAlb = (spec.spec?.ingressClassName ?? annotations['kubernetes.io/ingress.class']) === 'alb'
      const type = annotations[TARGET_TYPE] ?? 'instance'
      if (!isAlb || type !== 'instance') return
      const place = annotations[TARGET_TYPE] === undefined ? '' : annotation(TARGET_TYPE)
      const fix = setMembers('Set the target type to ip', id, { [annotation(TARGET_TYPE)]: 'ip' })
      for (const { service: target } of backendsOf(element.spec)) {
        const manifest = graph.element(target)
        if (manifest?.kind !== kubernetesService.kind) continue
        const values = { service: nameOf(graph, target) }
        const kind = textAt(manifest.spec, '/spec/type') ?? 'ClusterIP'
        if (isBehindFargate(graph, target)) report({ at: place, values, variant: 'fargate', fix })
        else if (kind === 'ClusterIP') report({ at: place, values, fix })
        else continue
        return
      }
    },
    examples: () => ({
      valid: {
        ip: onFargate({ web: workload(), front: service(), way: ingress({ [TARGET_TYPE]: 'ip' }) }),
        'instance, with a node port': onNodes({
          web: workload(),
          front: service({ type: 'NodePort' }),
          way: ingress(),
        }),
      },
      invalid: {
        'left out, and no node port': {
          design: onNodes({ web: workload(), front: service(), way: ingress() }),
          element: 'way',
          at: '',
        },
        'instance on Fargate': {
          design: onFargate({
            web: workload(),
            front: service({ type: 'NodePort' }),
            way: ingress({ [TARGET_TYPE]: 'instance' }),
          }),
          element: 'way',
          at: annotation(TARGET_TYPE),
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-service-target-type',
    severity: 'error',
    on: [kubernetesService],
    title: 'A Network Load Balancer reaches pods on Fargate by address',
    message:
      'The pods of this Service run on Fargate, where there are no instances; set the target type to ip.',
    why: 'With the type instance the load balancer sends to node ports, and pods on Fargate are on no node that anybody can register.',
    sources: [NLB],
    check({ id, spec, graph, report }) {
      const { type } = spec.spec ?? {}
      const target = spec.metadata?.annotations?.[NLB_TYPE] ?? 'instance'
      if (type !== 'LoadBalancer' || target !== 'instance' || !isBehindFargate(graph, id)) return
      const at = spec.metadata?.annotations?.[NLB_TYPE] === undefined ? '' : annotation(NLB_TYPE)
      report({ at, fix: setMembers('Set the target type to ip', id, { [annotation(NLB_TYPE)]: 'ip' }) })
    },
    examples: () => ({
      valid: {
        ip: onFargate({
          web: workload(),
          front: service({ type: 'LoadBalancer' }, { annotations: { [NLB_TYPE]: 'ip' } }),
        }),
        'instance on nodes': onNodes({ web: workload(), front: service({ type: 'LoadBalancer' }) }),
      },
      invalid: {
        'left out': {
          design: onFargate({ web: workload(), front: service({ type: 'LoadBalancer' }) }),
          element: 'front',
          at: '',
        },
      },
    }),
  }),
])

/** The Services that an Ingress leads to, each with the place where it is named. */
function backendsOf(
  spec: object,
): readonly { readonly at: string; readonly service: string; readonly port: unknown }[] {
  return ['/spec/rules/*/http/paths/*/backend/service', '/spec/defaultBackend/service'].flatMap((path) =>
    membersAt(spec, path).flatMap(({ value, at }) => {
      const id = isObject(value) ? referencesIn(toText(value.name))[0]?.id : undefined
      return id === undefined || !isObject(value) ? [] : [{ at, service: id, port: value.port }]
    }),
  )
}

function isBehindFargate(graph: Graph, id: string): boolean {
  return outgoing(graph, id, 'forwards').some(({ to }) => isOnFargate(graph, to) === true)
}

/** The workloads of the same cluster and namespace. */
function podsBeside(graph: Graph, id: string): readonly string[] {
  const home = eksClusterOf(graph, id)
  const drawn =
    home === undefined ? (graph.byKind.get(kubernetesWorkload.kind) ?? []) : workloadsIn(graph, home)
  const namespace = namespaceOf(graph, id)
  return drawn.filter((one) => eksClusterOf(graph, one) === home && namespaceOf(graph, one) === namespace)
}

function selectPods(graph: Graph, id: string, pods: string): Fix | undefined {
  const labels = podLabels(graph.element(pods)?.spec ?? {})
  if (Object.keys(labels).length === 0) return undefined
  return setMembers(say`Pick the pods of “${nameOf(graph, pods)}”`, id, { '/spec/selector': { ...labels } })
}
