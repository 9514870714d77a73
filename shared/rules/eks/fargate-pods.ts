/** What Fargate does not run of Kubernetes. */
import { kubernetesWorkload } from '../../elements/kubernetes-workload'
import { eksClusterOf, hasNodes, isOnFargate, profilesOf } from '../../graph/pods'
import { say } from '../../texts/text'
import { removeMember, setMembers } from '../fixes'
import { defineRule, ruleFamily } from '../rule'
import { addNodeGroup } from './capacity'
import { eks, nodes, profile, workload } from './examples'
import { hostNetworkIn, privilegedIn } from './pod-members'

const FARGATE = {
  ref: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
  checked: '2026-11-26',
}
const container = '/spec/template/spec/containers/0'
const port = { ports: [{ containerPort: 80, hostPort: 8080 }] }

export const fargatePods = ruleFamily([
  defineRule({
    id: 'eks-fargate-daemonset',
    severity: 'error',
    on: [kubernetesWorkload],
    needs: ['/kind'],
    title: 'DaemonSets need nodes',
    message:
      'A DaemonSet runs once on every node, and this cluster has Fargate only; make it a sidecar of the pods, or add nodes.',
    why: 'On Fargate every pod has a machine of its own, which nobody else is put on. What an agent does for a node has to be done in each pod there.',
    sources: [FARGATE],
    check({ id, spec, graph, report }) {
      if (spec.kind !== 'DaemonSet') return
      const home = eksClusterOf(graph, id)
      // Without any capacity eks-pod-no-capacity reports it.
      if (home === undefined || hasNodes(graph, home) || profilesOf(graph, home).length === 0) return
      report({ at: '/kind', fix: addNodeGroup(home) })
    },
    examples: () => ({
      valid: {
        nodes: eks({ nodes, agent: workload({ kind: 'DaemonSet' }) }),
        'nodes beside Fargate': eks({ nodes, fargate: profile(), agent: workload({ kind: 'DaemonSet' }) }),
        'a Deployment on Fargate': eks({ fargate: profile(), web: workload() }),
      },
      invalid: {
        'Fargate only': {
          design: eks({ fargate: profile(), agent: workload({ kind: 'DaemonSet' }) }),
          element: 'agent',
          at: '/kind',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-fargate-privileged',
    severity: 'error',
    on: [kubernetesWorkload],
    title: 'Pods on Fargate are not privileged',
    message: 'Fargate runs no privileged containers; set privileged to false, or keep these pods on nodes.',
    why: 'A privileged container has the rights of root on its machine, and on Fargate that machine is AWS’s. EKS does not start such pods there.',
    sources: [FARGATE],
    check({ id, spec, graph, report }) {
      const privileged = privilegedIn(spec)
      if (privileged.length === 0 || isOnFargate(graph, id) !== true) return
      for (const { at } of privileged)
        report({ at, fix: setMembers('Set privileged to false', id, { [at]: false }) })
    },
    examples: () => ({
      valid: {
        'not privileged': eks({
          fargate: profile(),
          web: workload({ container: { securityContext: { privileged: false } } }),
        }),
        'privileged on nodes': eks({
          nodes,
          web: workload({ container: { securityContext: { privileged: true } } }),
        }),
        'in a namespace that the profile does not pick': eks({
          nodes,
          fargate: profile('shop'),
          web: workload({ container: { securityContext: { privileged: true } } }),
        }),
      },
      invalid: {
        privileged: {
          design: eks({
            fargate: profile(),
            web: workload({ container: { securityContext: { privileged: true } } }),
          }),
          element: 'web',
          at: `${container}/securityContext/privileged`,
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-fargate-host-network',
    severity: 'error',
    on: [kubernetesWorkload],
    title: 'Pods on Fargate have no host network',
    message: 'Pods on Fargate can’t use host ports or the host network; remove this.',
    why: 'A pod on Fargate has a network interface of its own and shares it with no node. There is no host whose ports or network it could take.',
    sources: [FARGATE],
    check({ id, spec, graph, report }) {
      const members = hostNetworkIn(spec)
      if (members.length === 0 || isOnFargate(graph, id) !== true) return
      for (const { at } of members) {
        const what = at.endsWith('/hostPort') ? 'the host port' : 'the host network'
        report({ at, fix: removeMember(say`Remove ${what}`, id, at) })
      }
    },
    examples: () => ({
      valid: {
        'a container port': eks({
          fargate: profile(),
          web: workload({ container: { ports: [{ containerPort: 80 }] } }),
        }),
        'a host port on nodes': eks({ nodes, web: workload({ container: port }) }),
        'turned off': eks({ fargate: profile(), web: workload({ pod: { hostNetwork: false } }) }),
      },
      invalid: {
        'a host port': {
          design: eks({ fargate: profile(), web: workload({ container: port }) }),
          element: 'web',
          at: `${container}/ports/0/hostPort`,
        },
        'the host network': {
          design: eks({ fargate: profile(), web: workload({ pod: { hostNetwork: true } }) }),
          element: 'web',
          at: '/spec/template/spec/hostNetwork',
        },
      },
    }),
  }),
])
