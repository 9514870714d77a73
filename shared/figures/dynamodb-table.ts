import { dynamodbTable } from '../elements/dynamodb-table'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const dynamodbTableFigure = defineFigure({
  kind: dynamodbTable,
  draw: (context) =>
    node(context, {
      facts: [
        'DynamoDB',
        context.spec.BillingMode === 'PAY_PER_REQUEST' && term('on demand'),
        context.spec.BillingMode === 'PROVISIONED' && term('provisioned'),
      ],
    }),
})
