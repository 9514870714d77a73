import { describe, expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../shared/design/design'
import { kindOf } from '../../shared/elements/kinds'
import { graphOf } from '../../shared/graph/graph'
import { find } from './find'

const kindNames = (kind: string) => [kindOf(kind)?.label ?? kind, ...(kind === 'service' ? ['서비스'] : [])]

const shop: Design = {
  ...emptyDesign('Shop'),
  region: 'eu-west-1',
  account: '123456789012',
  elements: {
    orders: { kind: 'service', spec: { serviceName: 'orders', taskDefinition: '@{orders-task}' } },
    'orders-task': {
      kind: 'task-definition',
      spec: {
        family: 'orders',
        taskRoleArn: 'arn:aws:iam::123456789012:role/checkout',
        containerDefinitions: [
          {
            name: 'app',
            image: '@{repo.uri}:1.4.2',
            portMappings: [{ containerPort: 8080 }],
            environment: [{ name: 'DATABASE_URL', value: 'postgres://admin:hunter2@db/arn' }],
            secrets: [{ name: 'API_TOKEN', valueFrom: 'arn:aws:secretsmanager:eu-west-1:1:secret:token' }],
            logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'hunter2' } },
          },
          { name: 'proxy', image: 'public.ecr.aws/envoy:1.30' },
        ],
      },
    },
    repo: { kind: 'ecr-repository', spec: { repositoryName: 'shop/orders-api' } },
    files: { kind: 'efs-file-system', existing: { fileSystemId: 'fs-0a1b2c3d' }, spec: {} },
    remark: { kind: 'note', spec: { text: '주문 서비스는 나중에 옮깁니다' } },
  },
}

/** As many task definitions, each with the container of the shop's. */
const many = (count: number): Design => ({
  ...shop,
  elements: Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `task-${i}`,
      {
        ...shop.elements['orders-task'],
        spec: { ...shop.elements['orders-task']?.spec, family: `task-${i}` },
      },
    ]),
  ) as Design['elements'],
})

const hits = (typed: string) =>
  find(graphOf(shop), typed, kindNames).map(
    ({ element, row, place }) => `${element}${row ?? ''} ${place.field}: ${place.value}`,
  )

describe('find', () => {
  test('a name, whatever its case', () => {
    expect(hits('ORDERS')).toEqual([
      'orders name: orders',
      'orders-task name: orders',
      'orders-task/containerDefinitions/0 image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/orders-api:1.4.2',
      'repo name: shop/orders-api',
    ])
  })
  test('a type, in both languages and by its initials', () => {
    expect(hits('file system')).toEqual(['files type: EFS file system'])
    expect(hits('서비스')[0]).toBe('orders type: 서비스')
    expect(hits('ㅅㅂㅅ')[0]).toBe('orders type: 서비스')
  })
  test('an image and a port in the container that has them', () => {
    expect(hits('envoy')).toEqual(['orders-task/containerDefinitions/1 image: public.ecr.aws/envoy:1.30'])
    expect(hits('8080')).toEqual(['orders-task/containerDefinitions/0 port: 8080'])
  })
  test('a container by its name', () => {
    expect(hits('proxy')).toEqual(['orders-task/containerDefinitions/1 name: proxy'])
  })
  test('ARNs and other identifiers', () => {
    expect(hits('role/checkout')).toEqual(['orders-task arn: arn:aws:iam::123456789012:role/checkout'])
    expect(hits('fs-0a1b')).toEqual(['files name: fs-0a1b2c3d'])
    expect(hits('secret:token')).toEqual([
      'orders-task/containerDefinitions/0 arn: arn:aws:secretsmanager:eu-west-1:1:secret:token',
    ])
  })
  test('names of environment variables and secrets, never their values', () => {
    expect(hits('database_url')).toEqual(['orders-task/containerDefinitions/0 variable: DATABASE_URL'])
    expect(hits('api_token')).toEqual(['orders-task/containerDefinitions/0 variable: API_TOKEN'])
    expect(hits('hunter2')).toEqual([])
    expect(hits('postgres')).toEqual([])
  })
  test('what a note says', () => {
    expect(hits('나중')).toEqual(['remark text: 주문 서비스는 나중에 옮깁니다'])
  })
  test('the id in the file', () => {
    expect(hits('orders-task')).toEqual(['orders-task id: orders-task'])
  })
  test('several words, all of which must be there', () => {
    expect(hits('orders envoy')).toEqual([
      'orders-task/containerDefinitions/1 image: public.ecr.aws/envoy:1.30',
    ])
    expect(hits('orders 9090')).toEqual([])
  })
  test('nothing while nothing is typed', () => {
    expect(hits(' ')).toEqual([])
  })
  test('in 5,000 elements at once', () => {
    const graph = graphOf(many(5000))
    find(graph, 'first', kindNames)
    // The best of three, and a generous limit: what else the machine does only makes it slower. Alone it takes 10 ms.
    for (const typed of ['api', '8080', 'nothing like that', 'ㅅㅂㅅ', 'task definition']) {
      const times = [1, 2, 3].map(() => {
        const start = performance.now()
        find(graph, typed, kindNames)
        return performance.now() - start
      })
      expect(Math.min(...times), typed).toBeLessThan(250)
    }
  })
})
