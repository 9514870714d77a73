import { publicRegistries } from '../../aws/facts/image-registries'
import { setAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { attachExecutionRole } from '../fixes'
import { imagesOf, isStandIn, otherThanImage } from '../images'
import { isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { ECR, IMAGE, withImage } from './examples'

/** Stands for what only the owner of the registry knows. */
const SECRET = '<arn-of-the-secret-with-the-login>'

export const imagePrivateRegistry = defineRule({
  id: 'image-private-registry',
  severity: 'advice',
  on: [taskDefinition],
  title: 'A private registry needs a login',
  message:
    'If “{host}” asks for a login, name a secret with user name and password in repositoryCredentials.',
  why: 'ECS logs in to ECR with a role. To any other registry it goes as anybody would, unless the container names a secret of Secrets Manager, which the task execution role must be allowed to read.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
      checked: '2026-11-26',
    },
    { ref: 'API:RepositoryCredentials', checked: '2026-11-26' },
  ],
  check({ id, element, graph, report }) {
    for (const { text, registry: host, ecr, at, index } of imagesOf(graph, id)) {
      if (host === undefined || ecr || !asksForLogin(host)) continue
      if (otherThanImage(text) || isStandIn(text)) continue
      if (isWritten(element, `/containerDefinitions/${index}/repositoryCredentials`)) continue
      report({ at, values: { host }, fix: addCredentials(id, index) })
    }
  },
  examples: () => ({
    valid: {
      'with credentials': withImage('registry.example.com/app:1', {
        repositoryCredentials: {
          credentialsParameter: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry',
        },
      }),
      ECR: withImage(`${ECR}/app:1`),
      'Docker Hub': withImage('nginx:1.27'),
      'a registry that everybody knows': withImage('ghcr.io/team/app:1'),
      'a registry on the instance itself': withImage('127.0.0.1:5000/app:1'),
      'a placeholder for the registry': withImage('<registry>/app:1'),
    },
    invalid: {
      'a registry of a company': {
        design: withImage('registry.example.com/app:1'),
        element: 'task',
        at: IMAGE,
      },
    },
  }),
})

/** An address of ECR that is mistyped is image-ecr-uri, and nobody logs in to their own machine. */
function asksForLogin(host: string): boolean {
  if (publicRegistries.includes(host) || /\.amazonaws\.com(?:\.cn)?$/.test(host)) return false
  return !/^(?:localhost|127\.\d+\.\d+\.\d+)(?::\d+)?$/.test(host)
}

function addCredentials(id: string, index: number): Fix {
  return {
    title: 'Add repository credentials, with a placeholder for the secret',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      const at = `/containerDefinitions/${index}/repositoryCredentials/credentialsParameter`
      setAt(spec, at, SECRET)
      attachExecutionRole(draft, id)
    },
  }
}
