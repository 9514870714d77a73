/** Names that stand in an input are known before the call is made, so the files simply say them. */
import type { Deployment } from '../../deployment/deployment'
import { piecesOf, referTo, referToInput } from '../../deployment/pieces'
import { escapeText, mapStrings } from '../../design/references'
import { partitionOf } from '../../elements/parts/identifiers'
import { cliCall } from './calls'

/** The deployment with every name written out that no call has to tell. */
export function withNames(deployment: Deployment, region: string | undefined): Deployment {
  const names = new Map<string, string>()
  for (const { id, type, input } of deployment.resources) {
    for (const [attribute, member] of Object.entries(cliCall(type).names ?? {})) {
      const name = input[member]
      const pieces = typeof name === 'string' ? piecesOf(name) : []
      const [only] = pieces
      if (pieces.length === 1 && typeof only === 'string') names.set(`${id} ${attribute}`, escapeText(only))
    }
    // The ARN of a bucket is its name, behind the same beginning for all.
    const bucket = type === 's3api:CreateBucket' ? names.get(`${id} name`) : undefined
    if (bucket !== undefined) names.set(`${id} arn`, `arn:${partitionOf(region)}:s3:::${bucket}`)
  }
  const written = (text: string) =>
    text.includes('@{')
      ? piecesOf(text)
          .map((piece) => {
            if (typeof piece === 'string') return escapeText(piece)
            if ('input' in piece) return referToInput(piece.input)
            return (
              names.get(`${piece.resource} ${piece.attribute}`) ?? referTo(piece.resource, piece.attribute)
            )
          })
          .join('')
      : text
  const resources = deployment.resources.map((resource) => ({
    ...resource,
    input: mapStrings(resource.input, written),
  }))
  return { ...deployment, resources }
}
