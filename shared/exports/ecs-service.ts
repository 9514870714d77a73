/** Exports services as the input of `aws ecs create-service --cli-input-json`, one file each. */
import { filesOfKind } from './api-input'
import { defineExport } from './format'

export const ecsServiceExport = defineExport({
  id: 'ecs-service',
  title: 'ECS service',
  category: 'containers',
  fileNames: '<service>.json',
  export: (design) => filesOfKind(design, 'service', 'The design has no service.'),
})
