/** Objects of Kubernetes, for examples: all in the cluster `shop`, beside the workload `web`. */
import type { Element, Spec } from '../../design/design'
import { element } from '../examples'
import { eks, nodes, profile, workload } from './examples'

const inside = { inside: 'shop' }

/** An object with a name. */
function object(kind: string, apiVersion: string, manifest: string, rest: Spec, name = 'web'): Element {
  return element(kind, { apiVersion, kind: manifest, metadata: { name }, ...rest }, inside)
}

export const service = (spec: Spec = {}, metadata: Spec = {}) =>
  object('kubernetes-service', 'v1', 'Service', {
    metadata: { name: 'web', ...metadata },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 80 }], ...spec },
  })

/** Sends all to the Service `front`. */
export const ingress = (annotations: Spec = {}, port: Spec = { number: 80 }) =>
  object('kubernetes-ingress', 'networking.k8s.io/v1', 'Ingress', {
    metadata: { name: 'web', annotations },
    spec: {
      ingressClassName: 'alb',
      rules: [
        {
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: '@{front}', port } } }],
          },
        },
      ],
    },
  })

export const account = (role?: string) =>
  object('kubernetes-service-account', 'v1', 'ServiceAccount', {
    metadata: {
      name: 'web',
      ...(role === undefined ? {} : { annotations: { 'eks.amazonaws.com/role-arn': role } }),
    },
  })

export const claim = (spec: Spec = {}) =>
  object('kubernetes-volume-claim', 'v1', 'PersistentVolumeClaim', {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } }, ...spec },
  })

export const storageClass = (provisioner: string, rest: Spec = {}) =>
  object('kubernetes-storage-class', 'storage.k8s.io/v1', 'StorageClass', {
    provisioner,
    volumeBindingMode: 'WaitForFirstConsumer',
    ...rest,
  })

export const volume = (driver: string) =>
  object('kubernetes-volume', 'v1', 'PersistentVolume', {
    spec: {
      capacity: { storage: '5Gi' },
      accessModes: ['ReadWriteMany'],
      csi: { driver, volumeHandle: 'fs-0123456789abcdef0' },
    },
  })

export const autoscaler = (spec: Spec = {}) =>
  object('kubernetes-autoscaler', 'autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: '@{web}' },
      minReplicas: 2,
      maxReplicas: 6,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
        },
      ],
      ...spec,
    },
  })

/** A workload that mounts the claim `data`. */
export const mounting = () =>
  workload({
    container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
    pod: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: '@{data}' } }] },
  })

export const onFargate = (elements: Readonly<Record<string, Element>>) =>
  eks({ fargate: profile(), ...elements })
export const onNodes = (elements: Readonly<Record<string, Element>>) => eks({ nodes, ...elements })
