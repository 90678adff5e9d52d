import { expect, test } from 'vitest';
import { prismaDeclarations } from '../../../src/coverage/classification/prisma.ts';

const text = `datasource db { provider = "postgresql" }

/// People who log in. @class nothing
model User {
  id      Int    @id
  /// Where we write to.
  /// @class email
  email   String @unique @map("email_address")
  phone   String? /// @class phone
  // @class secret
  note    String
  /// @class person_name

  other   String
  site    String @default("http://x /// @class url")
  posts   Post[]

  @@map("users")
  @@schema("app")
}

model Post {
  /// the writer: @class email
  author String
}

enum Role { /// @class x
  ADMIN
}
`;

test('doc comments before and behind a field, by the names that the database has', () => {
  expect(
    prismaDeclarations(text, 'schema.prisma', '@class {class}').map(
      ({ schemas, relation, name, class: className, line, column }) => [
        schemas,
        relation,
        name,
        className,
        `${String(line)}:${String(column)}`,
      ],
    ),
  ).toEqual([
    [['app'], 'users', 'email_address', 'email', '8:3'],
    [['app'], 'users', 'phone', 'phone', '9:3'],
    [undefined, 'Post', 'author', 'email', '24:3'],
  ]);
});

test('another syntax', () => {
  const own = prismaDeclarations('model A {\n  /// [pii:email]\n  b String\n}', 's.prisma', '[pii:{class}]');
  expect(own).toMatchObject([{ relation: 'A', name: 'b', class: 'email', text: '[pii:email]' }]);
});
