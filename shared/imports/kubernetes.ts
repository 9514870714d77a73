/** Imports manifests of Kubernetes: each object becomes an element that keeps its manifest. */
import { defineImport } from './format'
import { addObjects } from './kubernetes/elements'
import { isManifest, type KubernetesObject, objectsIn } from './kubernetes/objects'
import { documentsIn, eachDocument } from './reading/documents'

export const kubernetesImport = defineImport({
  id: 'kubernetes',
  title: 'Kubernetes manifest',
  recognises: (file) => documentsIn(file).some(({ value }) => isManifest(value)),
  read: (collector, files) => {
    const objects: KubernetesObject[] = []
    const read = eachDocument(collector, files, (document) => {
      objects.push(...objectsIn(collector, document))
    })
    if (read.ok) addObjects(collector, objects)
    return read
  },
})
