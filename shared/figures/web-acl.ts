import { webAcl } from '../elements/web-acl'
import { defineFigure } from './figure'
import { count } from './forms/marks'
import { node } from './forms/node'

export const webAclFigure = defineFigure({
  kind: webAcl,
  draw: (context) => node(context, { facts: ['AWS WAF', count(context.spec.Rules?.length, 'rule')] }),
})
