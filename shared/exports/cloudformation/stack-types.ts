/** What a stack is made of, before it is written as a template or as code. */
import type { ExportNote } from '../format'

/** A resource of the stack, in CloudFormation's words. */
export interface StackResource {
  /** Of the deployment. */
  readonly id: string
  readonly element: string
  readonly logicalId: string
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly dependsOn: readonly string[]
  /** `DeletionPolicy` and the like, as a template had them. */
  readonly attributes: Readonly<Record<string, unknown>>
}

export interface Stack {
  readonly name: string
  /** Does it give back a template that was imported? */
  readonly isImported: boolean
  readonly resources: readonly StackResource[]
  readonly parameters: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
  /** Sections and resources of a template that was imported. */
  readonly kept: Readonly<Record<string, unknown>>
  readonly notes: readonly ExportNote[]
}
