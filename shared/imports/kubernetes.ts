/** Imports manifests of Kubernetes: each object becomes an element that keeps its manifest. */
import { ok } from '../basics/result'
import { defineImport } from './format'
import { addObjects } from './kubernetes/elements'
import { isManifest, objectsIn } from './kubernetes/objects'
import { documentsIn, documentsOf } from './reading/documents'

export const kubernetesImport = defineImport({
  id: 'kubernetes',
  title: 'Kubernetes manifest',
  recognises: (file) => documentsIn(file).some(({ value }) => isManifest(value)),
  read: (collector, files) => {
    const objects = []
    for (const file of files) {
      const read = documentsOf(file)
      if (!read.ok) return read
      collector.notes.push(...read.value.notes)
      for (const document of read.value.documents) objects.push(...objectsIn(collector, document))
    }
    addObjects(collector, objects)
    return ok(undefined)
  },
})
