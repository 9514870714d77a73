/** Drawings for the examples of rules about standalone tasks and placement. */
import type { Design, Spec } from '../../design/design'
import { drawing, ec2Task, element, fargateTask, inSubnets } from '../examples'

/** A standalone task `nightly` on Fargate, with its task definition `task`. */
export function runTask(nightly: Spec = {}, task: Spec = {}): Design {
  return drawing({
    task: fargateTask(task),
    nightly: element('task', {
      taskDefinition: '@{task}',
      launchType: 'FARGATE',
      networkConfiguration: inSubnets,
      ...nightly,
    }),
  })
}

/** The same on container instances. */
export function runOnEc2(nightly: Spec = {}, task: Spec = {}): Design {
  return drawing({
    task: ec2Task(task),
    nightly: element('task', { taskDefinition: '@{task}', launchType: 'EC2', ...nightly }),
  })
}
