/** `publish` and `subscribe`: topics of SNS and queues of SQS. */
import { toNumber, toText } from '../../basics/convert'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { say } from '../../texts/text'
import { connect } from '../collect/collector'
import { itemsOf, member, type Node, takeText, textOf } from '../containers/node'
import { allow, taskRole } from '../containers/stack'
import { kept, mapped } from '../containers/telling'
import { seconds } from '../containers/values'
import type { Reading } from './reading'

/** Topics that the service publishes to. */
export function publish(reading: Reading): readonly Spec[] {
  const { stack, name, definition } = reading
  const arns = itemsOf(member(member(reading.root, 'publish'), 'topics')).flatMap((item) => {
    const topic = takeText(member(item, 'name'))
    if (topic === undefined) return []
    const fifo = fifoOf(reading, member(item, 'fifo'))
    const id = topicOf(reading, name, topic, fifo)
    connect(stack.collector, { from: definition, to: id, meaning: 'calls', label: 'publishes' })
    allow(stack, taskRole(stack, name), 'publish', ['sns:Publish'], refer(id, 'arn'))
    return [`${JSON.stringify(topic)}:"${refer(id, 'arn')}"`]
  })
  // Copilot’s own variable, by which its applications find their topics.
  return arns.length > 0 ? [{ name: 'COPILOT_SNS_TOPIC_ARNS', value: `{${arns.join(',')}}` }] : []
}

function fifoOf(reading: Reading, node: Node | undefined): boolean {
  if (!node) return false
  const fifo = textOf(node) !== 'false'
  const text = fifo ? 'It keeps the order of its messages.' : 'It need not keep the order of its messages.'
  mapped(reading, 'fifo', node, text, reading.definition)
  return fifo
}

/** The same topic, whether its publisher or a subscriber names it. */
function topicOf({ stack }: Reading, service: string, topic: string, fifo: boolean): string {
  const Name = `${stack.name}-${service}-${topic}${fifo ? '.fifo' : ''}`
  return stack.make(`topic ${service} ${topic}`, `${service} ${topic} topic`, {
    kind: 'sns-topic',
    spec: { Name: escapeText(Name), ...(fifo ? { Attributes: { FifoTopic: 'true' } } : {}) },
  })
}

/** The queues of a worker; its application finds them by the variables that Copilot sets. */
export function subscribe(reading: Reading): readonly Spec[] {
  const { root } = reading
  const subscriptions = member(root, 'subscribe')
  if (reading.type !== 'Worker Service' && !subscriptions) return []
  const own = queueOf(reading, member(subscriptions, 'queue'), 'events')
  const uris: string[] = []
  for (const item of itemsOf(member(subscriptions, 'topics'))) {
    const [topic, service] = [takeText(member(item, 'name')), takeText(member(item, 'service'))]
    if (topic === undefined || service === undefined) continue
    const queue = member(item, 'queue')
    const separate = queue?.members !== undefined || textOf(queue) === 'true'
    const id = separate ? queueOf(reading, queue, `${service}-${topic}`) : own
    takeText(queue)
    const fifo = reading.stack.collector.elements[id]?.spec.QueueName
    const from = topicOf(reading, service, topic, toText(fifo).endsWith('.fifo'))
    connect(reading.stack.collector, { from, to: id, meaning: 'feeds' })
    if (separate) uris.push(`${JSON.stringify(`${service}${topic}EventsQueue`)}:"${refer(id, 'url')}"`)
    const filter = member(item, 'filter_policy')
    if (filter)
      kept(
        reading,
        'filter-policy',
        filter,
        say`The filter policy belongs to the subscription to ${quote(topic)}, which is a call of its own: set it there.`,
        from,
      )
  }
  const variables = [{ name: 'COPILOT_QUEUE_URI', value: refer(own, 'url') }]
  return uris.length > 0
    ? [...variables, { name: 'COPILOT_TOPIC_QUEUE_URIS', value: `{${uris.join(',')}}` }]
    : variables
}

function queueOf(reading: Reading, node: Node | undefined, suffix: string): string {
  const { stack, name, definition } = reading
  const fifo = fifoOf(reading, member(node, 'fifo'))
  const ending = fifo ? '.fifo' : ''
  const time = (key: string) => {
    const value = seconds(textOf(member(node, key)) ?? '')
    if (value !== undefined)
      mapped(reading, 'queue', member(node, key) as Node, say`${quote(key)} is ${value} seconds.`, definition)
    return value
  }
  const tries = toNumber(takeText(member(member(node, 'dead_letter'), 'tries')) ?? Number.NaN)
  const dead = Number.isInteger(tries) ? deadLetters(reading, suffix, ending) : undefined
  const Attributes = {
    ...text('VisibilityTimeout', time('timeout')),
    ...text('MessageRetentionPeriod', time('retention')),
    ...text('DelaySeconds', time('delay')),
    ...(fifo ? { FifoQueue: 'true' } : {}),
    ...(dead === undefined
      ? {}
      : { RedrivePolicy: `{"deadLetterTargetArn":"${refer(dead, 'arn')}","maxReceiveCount":${tries}}` }),
  }
  const id = stack.make(`queue ${name} ${suffix}`, `${name} ${suffix} queue`, {
    kind: 'sqs-queue',
    spec: {
      QueueName: escapeText(`${stack.name}-${name}-${suffix}${ending}`),
      ...(Object.keys(Attributes).length > 0 ? { Attributes } : {}),
    },
  })
  connect(stack.collector, { from: id, to: definition, meaning: 'feeds' })
  const actions = [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueAttributes',
  ]
  allow(stack, taskRole(stack, name), 'work', actions, refer(id, 'arn'))
  return id
}

function deadLetters({ stack, name }: Reading, suffix: string, ending: string): string {
  return stack.make(`dead ${name} ${suffix}`, `${name} ${suffix} failed`, {
    kind: 'sqs-queue',
    spec: {
      QueueName: escapeText(`${stack.name}-${name}-${suffix}-failed${ending}`),
      Attributes: { MessageRetentionPeriod: '1209600', ...(ending === '' ? {} : { FifoQueue: 'true' }) },
    },
  })
}

function text(key: string, value: number | undefined): Spec {
  return value === undefined ? {} : { [key]: toText(value) }
}
