/** Exports services as the input of `aws ecs create-service --cli-input-json`, one file each. */
import { filesOfKind } from './api-input'
import { defineExport } from './format'
import { onEcs } from './on-ecs'

export const ecsServiceExport = defineExport({
  id: 'ecs-service',
  title: 'ECS service',
  category: 'containers',
  fileNames: '<service>.json',
  export: onEcs((design, losses) => {
    const { files, notes } = filesOfKind(design, 'service', 'The design has no service.')
    return { files, notes: [...losses, ...notes] }
  }),
})
