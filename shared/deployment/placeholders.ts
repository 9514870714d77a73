/** Placeholders of a design that have to be filled in before AWS is called: they become inputs. */
import type { Segment } from '../basics/json'
import { isPlaceholder } from '../elements/parts/placeholders'
import { say } from '../texts/text'
import type { InputType } from './deployment'
import type { Asked } from './inputs'

/** Texts for people and programs, in which angle brackets are just that. */
const FREE = new Set(['command', 'entryPoint', 'Description', 'MessageBody', 'UserData', 'description'])

/** Members that hold identifiers, in which a placeholder may be a part. */
const IDENTIFIER = /(?:arns?|ids?|image|uri|valueFrom|resource|principal|AWS|policyText|Document|Policy)$/i

/** A placeholder in angle brackets within a text. */
const PART = /<[A-Za-z][\w .:/-]*>/g

/** The text with `ask`’s reference for every placeholder in it that has to be filled in. */
export function withInputs(text: string, path: readonly Segment[], ask: (asked: Asked) => string): string {
  if (!/[<$%{#]/.test(text)) return text
  const keys = path.filter((segment): segment is string => typeof segment === 'string')
  const member = keys.at(-1) ?? ''
  if (keys.some((key) => FREE.has(key))) return text
  const isName = IDENTIFIER.test(member)
  if (isPlaceholder(text) && (isName || text.startsWith('<'))) return ask(askedFor(text, member))
  return isName ? text.replace(PART, (part) => ask(askedFor(part, member))) : text
}

function askedFor(placeholder: string, member: string): Asked {
  const words = placeholder.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return {
    name: words || member,
    type: typeFor(words, member, placeholder),
    text: say`What stands in the design as ${placeholder}.`,
    placeholder,
  }
}

function typeFor(words: string, member: string, placeholder: string): InputType {
  const said = `${words} ${member}`.toLowerCase()
  const isArn = said.includes('arn')
  if (isArn && said.includes('certificate')) return 'certificate-arn'
  if (isArn && said.includes('role')) return 'role-arn'
  if (/arn$/i.test(words)) return 'arn'
  if (member === 'image' && isPlaceholder(placeholder) && /image|uri/i.test(words)) return 'image-uri'
  if (/vpc ?id/.test(words.toLowerCase())) return 'vpc-id'
  if (/subnet/.test(words.toLowerCase())) return 'subnet-id'
  if (/security ?group|^sg\b/.test(words.toLowerCase())) return 'security-group-id'
  return 'text'
}
