/** Manifests that the API refuses, pods that nobody sizes, and autoscalers that have nothing to count. */
import { removedVersions } from '../../aws/facts/kubernetes-versions'
import { toText } from '../../basics/convert'
import { sameJson, valueAt } from '../../basics/json'
import { kubernetesAutoscaler } from '../../elements/kubernetes-autoscaler'
import { kubernetesIngress } from '../../elements/kubernetes-ingress'
import { kubernetesObject } from '../../elements/kubernetes-object'
import { kubernetesWorkload } from '../../elements/kubernetes-workload'
import { podIn } from '../../elements/parts/pod'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { picks, podLabels } from '../../elements/parts/selector'
import { incoming, nameOf, targetOf } from '../../graph/graph'
import { isOnFargate } from '../../graph/pods'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { isUnknown } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { workload } from './examples'
import { autoscaler, onFargate, onNodes, service } from './object-examples'

const RESOURCES = {
  ref: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  checked: '2026-11-27',
}
const HPA = {
  ref: 'https://docs.aws.amazon.com/eks/latest/userguide/horizontal-pod-autoscaler.html',
  checked: '2026-11-27',
}
const FARGATE = {
  ref: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
  checked: '2026-11-27',
}
const container = '/spec/template/spec/containers/0'
const SELECTING: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']
const requests = { resources: { requests: { cpu: '250m', memory: '512Mi' } } }
const probe = { readinessProbe: { httpGet: { path: '/', port: 80 } } }

const selecting = (selector: object) => {
  const { spec, ...rest } = workload({ container: requests })
  return { ...rest, spec: { ...spec, spec: { ...(spec.spec as object), selector } } }
}
const versioned = (apiVersion: string) => {
  const { spec, ...rest } = workload({ container: requests })
  return { ...rest, spec: { ...spec, apiVersion } }
}

export const eksWorkload = ruleFamily([
  defineRule({
    id: 'eks-api-version',
    severity: 'error',
    on: [kubernetesWorkload, kubernetesIngress, kubernetesAutoscaler, kubernetesObject],
    needs: ['/apiVersion'],
    title: 'A manifest has an API version that EKS still serves',
    message: 'Kubernetes no longer serves {kind} of {version}, since {since}; write it for {now}.',
    why: 'Old versions of the API are taken out after some releases. EKS runs none of the releases that had this one, so the manifest is refused.',
    sources: [
      { ref: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/', checked: '2026-11-27' },
      {
        ref: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
        checked: '2026-11-27',
      },
    ],
    check({ id, element, spec, report }) {
      const { apiVersion: version = '', kind = '' } = spec
      const removed = removedVersions.find((one) => one.version === version && one.kinds.includes(kind))
      if (!removed) return
      const { now, since, alike } = removed
      // The versions before apps/v1 needed no selector.
      const complete = !SELECTING.includes(kind) || valueAt(element.spec, '/spec/selector') !== undefined
      const fix =
        alike && complete ? setMembers(say`Write it for ${now}`, id, { '/apiVersion': now }) : undefined
      report({ at: '/apiVersion', values: { kind, version, since, now }, ...(fix && { fix }) })
    },
    examples: () => ({
      valid: {
        'apps/v1': onNodes({ web: versioned('apps/v1') }),
        'a version that is not known yet': onNodes({ web: versioned('{{version}}') }),
      },
      invalid: {
        'extensions/v1beta1': {
          design: onNodes({ web: versioned('extensions/v1beta1') }),
          element: 'web',
          at: '/apiVersion',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-selector-template',
    severity: 'error',
    on: [kubernetesWorkload],
    needs: ['/spec/selector/matchLabels'],
    title: 'A workload’s selector fits the labels of its pods',
    message: 'The pods of this template don’t have all the labels of the selector; make them fit.',
    why: 'A Deployment counts the pods that its selector picks. If its own are not among them it would make new ones for ever, so the API refuses it.',
    sources: [
      { ref: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/', checked: '2026-11-27' },
    ],
    check({ id, spec, report }) {
      if (!SELECTING.includes(spec.kind ?? '')) return
      const selector = spec.spec?.selector?.matchLabels
      const labels = podLabels(spec)
      if ([...Object.values(selector ?? {}), ...Object.values(labels)].some(isUnknown)) return
      if (!selector || Object.keys(selector).length === 0 || picks(selector, labels)) return
      const wanted = { ...labels, ...selector }
      if (sameJson(wanted, labels)) return
      report({
        at: '/spec/selector',
        fix: setMembers('Give the pods these labels', id, { '/spec/template/metadata/labels': wanted }),
      })
    },
    examples: () => ({
      valid: {
        'the same labels': onNodes({ web: selecting({ matchLabels: { app: 'web' } }) }),
        'a label that is not known yet': onNodes({ web: selecting({ matchLabels: { app: '{{app}}' } }) }),
      },
      invalid: {
        'another label': {
          design: onNodes({ web: selecting({ matchLabels: { app: 'shop' } }) }),
          element: 'web',
          at: '/spec/selector',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-fargate-platform',
    severity: 'error',
    on: [kubernetesWorkload],
    title: 'Pods on Fargate run on Linux and x86-64, without GPUs',
    message: 'Fargate runs no pods that want {what}; remove this, or keep these pods on nodes.',
    why: 'EKS offers Fargate with Linux on x86-64 only. Pods that ask for Windows, Arm or a GPU stay pending there.',
    sources: [FARGATE],
    check({ id, spec, graph, report }) {
      const at = podIn(spec)
      const wanted = [
        ...['kubernetes.io~1arch', 'beta.kubernetes.io~1arch'].flatMap((label) =>
          wants(spec, `${at}/nodeSelector/${label}`, 'arm64', 'Arm'),
        ),
        ...['kubernetes.io~1os', 'beta.kubernetes.io~1os'].flatMap((label) =>
          wants(spec, `${at}/nodeSelector/${label}`, 'windows', 'Windows'),
        ),
        ...objectsAt(spec, `${at}/containers`).flatMap(([index]) => {
          const place = `${at}/containers/${index}/resources/limits/nvidia.com~1gpu`
          return valueAt(spec, place) === undefined ? [] : [{ at: place, what: 'a GPU' }]
        }),
      ]
      if (wanted.length === 0 || isOnFargate(graph, id) !== true) return
      for (const { at, what } of wanted) report({ at, values: { what } })
    },
    examples: () => ({
      valid: {
        'Arm on nodes': onNodes({
          web: workload({ pod: { nodeSelector: { 'kubernetes.io/arch': 'arm64' } } }),
        }),
        'x86-64': onFargate({ web: workload({ pod: { nodeSelector: { 'kubernetes.io/arch': 'amd64' } } }) }),
      },
      invalid: {
        Arm: {
          design: onFargate({ web: workload({ pod: { nodeSelector: { 'kubernetes.io/arch': 'arm64' } } }) }),
          element: 'web',
          at: '/spec/template/spec/nodeSelector/kubernetes.io~1arch',
        },
        'a GPU': {
          design: onFargate({
            web: workload({ container: { resources: { limits: { 'nvidia.com/gpu': 1 } } } }),
          }),
          element: 'web',
          at: `${container}/resources/limits/nvidia.com~1gpu`,
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-autoscaler-range',
    severity: 'error',
    on: [kubernetesAutoscaler],
    needs: ['/spec/maxReplicas'],
    title: 'An autoscaler’s minimum is not above its maximum',
    message: 'The minimum of {min} pods is above the maximum of {max}.',
    why: 'The API refuses an autoscaler that could keep neither of its limits.',
    sources: [HPA],
    check({ id, spec, report }) {
      const { minReplicas: min = 1, maxReplicas: max } = spec.spec ?? {}
      if (max === undefined || min <= max) return
      const fix = setMembers(say`Set the maximum to ${min}`, id, { '/spec/maxReplicas': min })
      report({ at: '/spec/minReplicas', values: { min, max }, fix })
    },
    examples: () => ({
      valid: {
        'a range': onNodes({ web: workload({ container: requests }), more: autoscaler() }),
        'a number that stays': onNodes({
          web: workload({ container: requests }),
          more: autoscaler({ maxReplicas: 2 }),
        }),
      },
      invalid: {
        crossed: {
          design: onNodes({ web: workload({ container: requests }), more: autoscaler({ minReplicas: 8 }) }),
          element: 'more',
          at: '/spec/minReplicas',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-autoscaler-requests',
    severity: 'error',
    on: [kubernetesAutoscaler],
    title: 'An autoscaler by utilization needs requests',
    message:
      'Container “{container}” of “{workload}” does not say how much {resource} it requests, so no utilization can be counted; say it.',
    variants: {
      kind: 'A {kind} has no number of pods to change; point the autoscaler at a Deployment or a StatefulSet.',
    },
    why: 'Utilization is counted of what pods request. Where a container requests nothing of the resource, the autoscaler has no number and does nothing.',
    sources: [HPA, RESOURCES],
    check({ id, spec, graph, report }) {
      const target = targetOf(graph, id, 'scales')
      const manifest = target === undefined ? undefined : graph.element(target)?.spec
      if (target === undefined || !manifest) return
      const kind = textAt(manifest, '/kind') ?? ''
      if (['DaemonSet', 'Job', 'CronJob', 'Pod'].includes(kind)) {
        report({ at: '/spec/scaleTargetRef', values: { kind }, variant: 'kind' })
        return
      }
      for (const [index, { resource }] of (spec.spec?.metrics ?? []).entries()) {
        const name = resource?.name
        if (name === undefined || resource?.target?.averageUtilization === undefined) continue
        const at = `${podIn(manifest)}/containers`
        const bare = objectsAt(manifest, at).find(([, one]) => asks(one, name) === undefined)
        if (!bare) continue
        const quantity = name === 'cpu' ? '250m' : '512Mi'
        const fix = setMembers(say`Request ${quantity} of ${name}`, target, {
          [`${at}/${bare[0]}/resources/requests/${name}`]: quantity,
        })
        const called = textAt(bare[1], '/name') ?? toText(bare[0] + 1)
        report({
          at: `/spec/metrics/${index}`,
          values: { container: called, workload: nameOf(graph, target), resource: name },
          fix,
        })
      }
    },
    examples: () => ({
      valid: {
        requests: onNodes({ web: workload({ container: requests }), more: autoscaler() }),
        'limits, which are requests, too': onNodes({
          web: workload({ container: { resources: { limits: { cpu: 1 } } } }),
          more: autoscaler(),
        }),
      },
      invalid: {
        'no requests': {
          design: onNodes({ web: workload(), more: autoscaler() }),
          element: 'more',
          at: '/spec/metrics/0',
        },
        'a DaemonSet': {
          design: onNodes({ web: workload({ kind: 'DaemonSet', container: requests }), more: autoscaler() }),
          element: 'more',
          at: '/spec/scaleTargetRef',
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-pod-requests',
    severity: 'advice',
    on: [kubernetesWorkload],
    title: 'Containers say what they need',
    message: 'Container “{container}” requests no CPU or no memory; say how much it needs.',
    why: 'The scheduler packs nodes by requests, and Fargate sizes its machine by them: without any a pod gets a quarter of a vCPU and half a gigabyte there, and on a full node it is the first to be ended.',
    sources: [
      RESOURCES,
      {
        ref: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html',
        checked: '2026-11-27',
      },
    ],
    check({ spec, report }) {
      const at = `${podIn(spec)}/containers`
      for (const [index, one] of objectsAt(spec, at)) {
        if (asks(one, 'cpu') !== undefined && asks(one, 'memory') !== undefined) continue
        report({ at: `${at}/${index}`, values: { container: textAt(one, '/name') ?? toText(index + 1) } })
        return
      }
    },
    examples: () => ({
      valid: {
        'CPU and memory': onNodes({ web: workload({ container: requests }) }),
        'limits, which are requests, too': onNodes({
          web: workload({ container: { resources: { limits: { cpu: 1, memory: '1Gi' } } } }),
        }),
      },
      invalid: { neither: { design: onNodes({ web: workload() }), element: 'web', at: container } },
    }),
  }),
  defineRule({
    id: 'eks-pod-readiness',
    severity: 'advice',
    on: [kubernetesWorkload],
    title: 'Pods behind a Service say when they are ready',
    message:
      'Service “{service}” sends requests to these pods as soon as they start; give a container a readiness probe.',
    why: 'Without a readiness probe a pod counts as ready once its containers run. Callers then meet a program that is still loading, and with each rollout some of their requests fail.',
    sources: [
      {
        ref: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
        checked: '2026-11-27',
      },
    ],
    check({ id, spec, graph, report }) {
      const [from] = incoming(graph, id, 'forwards').filter(
        ({ from: one }) => graph.element(one)?.kind === 'kubernetes-service',
      )
      const at = `${podIn(spec)}/containers`
      const containers = objectsAt(spec, at)
      if (!from || containers.length === 0 || containers.some(([, one]) => one.readinessProbe !== undefined))
        return
      report({ at: `${at}/${containers[0]?.[0] ?? 0}`, values: { service: nameOf(graph, from.from) } })
    },
    examples: () => ({
      valid: {
        'a readiness probe': onNodes({
          web: workload({ container: { ...requests, ...probe } }),
          front: service(),
        }),
        'nobody calls them': onNodes({ web: workload({ container: requests }) }),
      },
      invalid: {
        none: {
          design: onNodes({ web: workload({ container: requests }), front: service() }),
          element: 'web',
          at: container,
        },
      },
    }),
  }),
])

function wants(
  spec: object,
  at: string,
  value: string,
  what: string,
): readonly { readonly at: string; readonly what: string }[] {
  return valueAt(spec, at) === value ? [{ at, what }] : []
}

/** A limit alone is a request, too. */
function asks(one: object, resource: string): unknown {
  return valueAt(one, `/resources/requests/${resource}`) ?? valueAt(one, `/resources/limits/${resource}`)
}
