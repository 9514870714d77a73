/** IAM roles of pods: by the OIDC provider of their cluster, or by EKS Pod Identity. */
import { toText } from '../../basics/convert'
import { isObject, valueAt } from '../../basics/json'
import { accountStatement, podIdentityStatement, trust } from '../../convert/trust'
import type { Element, Spec } from '../../design/design'
import { eksPodIdentityAssociation } from '../../elements/eks-pod-identity-association'
import { kubernetesServiceAccount, ROLE_ANNOTATION } from '../../elements/kubernetes-service-account'
import { annotation } from '../../elements/parts/manifest'
import { type Graph, nameOf, sourcesOf, targetOf } from '../../graph/graph'
import { isOnFargate, namespaceOf } from '../../graph/pods'
import { documentOf } from '../../graph/policy'
import { say } from '../../texts/text'
import { element } from '../examples'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { eks, nodes, profile, workload } from './examples'
import { account, onNodes } from './object-examples'

const IRSA = {
  ref: 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
  checked: '2026-11-27',
}
const IDENTITY = {
  ref: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html',
  checked: '2026-11-27',
}
const at = annotation(ROLE_ANNOTATION)

const role = (...statements: readonly Spec[]): Element =>
  element('iam-role', {
    RoleName: 'web',
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
  })
const tasks: Spec = {
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
}
const pods = accountStatement({ account: '123456789012', region: 'eu-west-1' }, 'default', 'web')
const association = element('eks-pod-identity-association', {
  clusterName: '@{shop}',
  namespace: 'default',
  serviceAccount: '@{who}',
  roleArn: '@{role}',
})

/** The role of a pod, where its trust policy is drawn and no statement of it is such a one. */
function distrusting(graph: Graph, id: string, isWanted: (statement: Spec) => boolean): string | undefined {
  const target = targetOf(graph, id, 'pod-role')
  const statements = target === undefined ? undefined : statementsIn(graph, target)
  return statements && !statements.some(isWanted) ? target : undefined
}

export const eksIdentity = ruleFamily([
  defineRule({
    id: 'eks-account-trust',
    severity: 'error',
    on: [kubernetesServiceAccount],
    title: 'A role of a service account trusts its cluster’s OIDC provider',
    message:
      'Role “{role}” lets no OIDC provider assume it, so pods of this service account get no credentials; extend its trust policy.',
    why: 'Pods hand a token of their cluster to AWS STS. The role has to name the cluster’s OIDC provider as Federated, with sts:AssumeRoleWithWebIdentity, and should name the service account in a condition.',
    sources: [IRSA],
    check({ id, graph, report }) {
      const target = distrusting(graph, id, isFederated)
      if (target === undefined) return
      const name = toText(valueAt(graph.element(id)?.spec, '/metadata/name') ?? id)
      const fix: Fix = {
        title: say`Let role “${nameOf(graph, target)}” trust this service account`,
        apply: (draft) => {
          if (!statementsOf(draft.elements[target]).some(isFederated))
            trust(draft, target, accountStatement(draft, namespaceOf(graph, id), name))
        },
      }
      report({ at, values: { role: nameOf(graph, target) }, fix })
    },
    examples: () => ({
      valid: {
        'the OIDC provider': onNodes({ who: account('@{role}'), role: role(pods) }),
        'no role': onNodes({ who: account() }),
        'a role of which only the ARN is known': onNodes({
          who: account('arn:aws:iam::123456789012:role/web'),
        }),
        'a role whose trust is not drawn': onNodes({
          who: account('@{role}'),
          role: element('iam-role', { RoleName: 'web' }),
        }),
      },
      invalid: {
        'ECS only': { design: onNodes({ who: account('@{role}'), role: role(tasks) }), element: 'who', at },
      },
    }),
  }),
  defineRule({
    id: 'eks-pod-identity-trust',
    severity: 'error',
    on: [eksPodIdentityAssociation],
    title: 'A role of EKS Pod Identity trusts its service',
    message:
      'Role “{role}” does not let pods.eks.amazonaws.com assume it and tag the session; extend its trust policy.',
    why: 'The EKS Pod Identity Agent gets credentials for pods by sts:AssumeRole and sts:TagSession, as the service pods.eks.amazonaws.com.',
    sources: [IDENTITY],
    check({ id, graph, report }) {
      const target = distrusting(graph, id, isPodIdentity)
      if (target === undefined) return
      const fix: Fix = {
        title: say`Let role “${nameOf(graph, target)}” trust EKS Pod Identity`,
        apply: (draft) => {
          if (!statementsOf(draft.elements[target]).some(isPodIdentity))
            trust(draft, target, podIdentityStatement)
        },
      }
      report({ at: '/roleArn', values: { role: nameOf(graph, target) }, fix })
    },
    examples: () => ({
      valid: {
        'the service': onNodes({ who: account(), role: role(podIdentityStatement), way: association }),
        'a role whose trust is not drawn': onNodes({
          who: account(),
          role: element('iam-role', { RoleName: 'web' }),
          way: association,
        }),
      },
      invalid: {
        'ECS only': {
          design: onNodes({ who: account(), role: role(tasks), way: association }),
          element: 'way',
          at: '/roleArn',
        },
        'without tags': {
          design: onNodes({
            who: account(),
            role: role({ ...podIdentityStatement, Action: 'sts:AssumeRole' }),
            way: association,
          }),
          element: 'way',
          at: '/roleArn',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-pod-identity-fargate',
    severity: 'error',
    on: [eksPodIdentityAssociation],
    title: 'EKS Pod Identity is for pods on nodes',
    message:
      'Pods of “{workload}” run on Fargate, where there is no EKS Pod Identity; give the service account the role by its annotation.',
    why: 'The agent that hands out credentials runs on Linux nodes of EC2 only. On Fargate pods get a role by the annotation of their service account.',
    sources: [IDENTITY],
    check({ id, graph, report }) {
      const who = targetOf(graph, id, 'identifies')
      if (who === undefined) return
      const users = sourcesOf(graph, who, 'pod-account', 'kubernetes-workload')
      const there = users.find((one) => isOnFargate(graph, one) === true)
      if (there !== undefined) report({ at: '/serviceAccount', values: { workload: nameOf(graph, there) } })
    },
    examples: () => ({
      valid: {
        'pods on nodes': eks({
          nodes,
          web: workload({ pod: { serviceAccountName: '@{who}' } }),
          who: account(),
          role: role(podIdentityStatement),
          way: association,
        }),
        'pods on Fargate with another account': eks({
          fargate: profile(),
          web: workload(),
          who: account(),
          role: role(podIdentityStatement),
          way: association,
        }),
      },
      invalid: {
        'pods on Fargate': {
          design: eks({
            fargate: profile(),
            web: workload({ pod: { serviceAccountName: '@{who}' } }),
            who: account(),
            role: role(podIdentityStatement),
            way: association,
          }),
          element: 'way',
          at: '/serviceAccount',
        },
      },
    }),
  }),
])

/** The statements of a role that is drawn; undefined for one whose trust policy is not, or can’t be read. */
function statementsIn(graph: Graph, id: string): readonly Spec[] | undefined {
  const found = graph.element(id)
  return found?.spec.AssumeRolePolicyDocument === undefined ? undefined : (readable(found) ?? undefined)
}

function statementsOf(found: { readonly spec: Spec } | undefined): readonly Spec[] {
  return found ? (readable(found) ?? []) : []
}

function readable({ spec }: { readonly spec: Spec }): readonly Spec[] | undefined {
  const statements = documentOf(spec.AssumeRolePolicyDocument)?.Statement
  if (statements === undefined) return undefined
  return (Array.isArray(statements) ? statements : [statements]).filter(isObject)
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(toText) : [toText(value)]

function isFederated({ Effect, Principal, Action }: Spec): boolean {
  if (Effect !== 'Allow' || !isObject(Principal)) return typeof Principal === 'string' && Principal === '*'
  return (
    Principal.Federated !== undefined &&
    texts(Action).some((action) => /^(?:\*|sts:\*|sts:AssumeRoleWithWebIdentity)$/i.test(action))
  )
}

function isPodIdentity({ Effect, Principal, Action }: Spec): boolean {
  const service = isObject(Principal) ? texts(Principal.Service) : []
  const actions = texts(Action).map((action) => action.toLowerCase())
  const may = (action: string) => actions.some((one) => one === '*' || one === 'sts:*' || one === action)
  return (
    Effect === 'Allow' &&
    service.includes('pods.eks.amazonaws.com') &&
    may('sts:assumerole') &&
    may('sts:tagsession')
  )
}
