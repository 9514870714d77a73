import { rdsDatabase } from '../elements/rds-database'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const rdsDatabaseFigure = defineFigure({
  kind: rdsDatabase,
  draw: (context) => {
    const { Engine, DBInstanceClass, MultiAZ } = context.spec
    return node(context, {
      facts: [Engine ?? 'RDS', MultiAZ === true ? 'Multi-AZ' : DBInstanceClass],
    })
  },
})
