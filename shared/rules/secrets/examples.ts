/** Builders for the examples of several rules about secrets. */
import type { Element, Spec } from '../../design/design'
import { container, fargateTask } from '../examples'

/** The ARN of a whole secret. */
export const ARN = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/db-a1b2c3'

/** What a task definition says to give its container one secret. */
export function giving(valueFrom: string): Spec {
  return {
    executionRoleArn: '<execution-role-arn>',
    containerDefinitions: [container({ secrets: [{ name: 'DB_PASSWORD', valueFrom }] })],
  }
}

/** A task definition whose container is given one secret. */
export function reading(valueFrom: string): Element {
  return fargateTask(giving(valueFrom))
}
