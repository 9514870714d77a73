/** Exports clusters as the input of `aws ecs create-cluster --cli-input-json`, one file each. */
import { filesOfKind } from './api-input'
import { defineExport } from './format'
import { onEcs } from './on-ecs'

export const ecsClusterExport = defineExport({
  id: 'ecs-cluster',
  title: 'ECS cluster',
  category: 'containers',
  fileNames: '<cluster>.json',
  export: onEcs((design) => filesOfKind(design, 'cluster', 'The design has no cluster.')),
})
