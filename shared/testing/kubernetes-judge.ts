/** Asks the schemas of the Kubernetes API, as the package kubernetes-models has them, about manifests. */

interface Model {
  readonly validate: () => void
}

type Models = Readonly<Record<string, new (data: object) => Model>>

const groups: Readonly<Record<string, () => Promise<object>>> = {
  v1: () => import('kubernetes-models/v1'),
  'apps/v1': () => import('kubernetes-models/apps/v1'),
  'batch/v1': () => import('kubernetes-models/batch/v1'),
  'autoscaling/v1': () => import('kubernetes-models/autoscaling/v1'),
  'autoscaling/v2': () => import('kubernetes-models/autoscaling/v2'),
  'networking.k8s.io/v1': () => import('kubernetes-models/networking.k8s.io/v1'),
  'storage.k8s.io/v1': () => import('kubernetes-models/storage.k8s.io/v1'),
  'rbac.authorization.k8s.io/v1': () => import('kubernetes-models/rbac.authorization.k8s.io/v1'),
}

/** What a schema says against a manifest; `undefined` for a version that the API no longer has, or a custom resource. */
export async function kubernetesFaults(manifest: unknown): Promise<readonly string[] | undefined> {
  const { apiVersion, kind } = manifest as { apiVersion: string; kind: string }
  const models = (await groups[apiVersion]?.()) as Models | undefined
  const model = models?.[kind]
  if (!model) return undefined
  try {
    new model(manifest as object).validate()
    return []
  } catch (error) {
    return [`${apiVersion} ${kind}: ${error instanceof Error ? error.message : String(error)}`]
  }
}
