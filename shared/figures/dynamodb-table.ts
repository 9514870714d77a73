import { dynamodbTable } from '../elements/dynamodb-table'
import { defineFigure } from './figure'
import { factLine } from './forms/marks'
import { node } from './forms/node'

export const dynamodbTableFigure = defineFigure({
  kind: dynamodbTable,
  draw: (context) =>
    node(context, {
      fact: factLine([
        'DynamoDB',
        context.spec.BillingMode === 'PAY_PER_REQUEST'
          ? 'on demand'
          : context.spec.BillingMode?.toLowerCase(),
      ]),
    }),
})
