import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { linuxContainersOf } from '../container/containers'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isUnknown, isWritten } from '../reading'
import { defineRule } from '../rule'

/** The first user that is nobody in particular on Linux. */
const SOME_USER = '1000:1000'

export const secRootUser = defineRule({
  id: 'sec-root-user',
  severity: 'warning',
  on: [taskDefinition],
  title: 'Containers don’t run as root',
  message: 'Container “{container}” runs as root; set a user by number.',
  variants: {
    host: 'Container “{container}” sets no user, so it may run as root on the network of its host; set a user by number.',
    image: 'Container “{container}” sets no user, so it runs as root unless its image says otherwise.',
  },
  why: 'Root in a container is root for the kernel, only with less in sight: a flaw in either lets it out. In host network mode it can also listen in on the instance. A user that is set in the definition holds whatever image is pulled.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'SH:ECS.20', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-linux-user-non-root.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    for (const { at, called, container } of linuxContainersOf(spec)) {
      const place = `${at}/user`
      const { user } = container
      if (user ? isUnknown(user) || !isRoot(user) : isWritten(element, place)) continue
      const onHost = spec.networkMode === 'host'
      report({
        at: place,
        values: { container: called },
        ...(!user && { variant: onHost ? 'host' : 'image' }),
        ...(!user && !onHost && { severity: 'advice' }),
        fix: setMembers(say`Run it as user ${SOME_USER}`, id, { [place]: SOME_USER }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a user by number': runningAs('1000'),
      'a user by name': runningAs('nobody:root'),
      'a placeholder': runningAs('<user>'),
      'Windows, whose users are others': drawing({
        task: ec2Task({
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          containerDefinitions: [container({ cpu: 512, memory: 1024 })],
        }),
      }),
    },
    invalid: {
      'root by name': { design: runningAs('root'), element: 'task', at: '/containerDefinitions/0/user' },
      'root by number, with a group': {
        design: runningAs('0:1000'),
        element: 'task',
        at: '/containerDefinitions/0/user',
      },
      'no user, in host network mode': {
        design: drawing({ task: ec2Task({ networkMode: 'host' }) }),
        element: 'task',
        at: '/containerDefinitions/0/user',
      },
      'no user': {
        design: drawing({ task: fargateTask() }),
        element: 'task',
        at: '/containerDefinitions/0/user',
        severity: 'advice',
      },
    },
  }),
})

/** `user`, `user:group`, and the same by number. */
function isRoot(user: string): boolean {
  return /^(root|0+)(:|$)/.test(user.trim())
}

function runningAs(user: string) {
  return drawing({ task: fargateTask({ containerDefinitions: [container({ user })] }) })
}
