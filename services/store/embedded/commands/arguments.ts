/**
 * The arguments of one command: read by name and type, and nothing left unread that would change the meaning. Owns those
 * checks; must not know any single command.
 */
import { CommandError, notImplemented } from '../errors';
import { ElementReader, elementsOf, isEmpty, isTruthy, numberOf, textOf, type RawValue } from '../bson/read';
import { BsonType, isNumberType, typeName } from '../bson/types';

/** What any command may carry without changing what it does here. */
const HARMLESS = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
]);

export class Arguments {
  /** The command's name as it was sent, or what a document inside a command is called in messages. */
  readonly command: string;
  /** The first field of a command is its name; a document inside one has none. */
  private readonly nameField: string | undefined;
  readonly database: string;
  private readonly fields = new Map<string, RawValue>();
  private readonly sequences: ReadonlyMap<string, readonly RawValue[]>;

  private constructor(body: RawValue, sequences: ReadonlyMap<string, readonly RawValue[]>, label?: string) {
    const reader = new ElementReader(body.buffer, body.start);
    let first: string | undefined;
    while (reader.next()) {
      const name = reader.name;
      first ??= name;
      if (this.fields.has(name)) throw new CommandError(9, `the field '${name}' appears more than once`);
      this.fields.set(name, reader.value());
    }
    this.nameField = label === undefined ? first : undefined;
    this.command = label ?? first ?? '';
    this.sequences = sequences;
    this.database = this.optionalText('$db') ?? 'admin';
  }

  static ofCommand(body: RawValue, sequences: ReadonlyMap<string, readonly RawValue[]>): Arguments {
    return new Arguments(body, sequences);
  }

  /** Of a document inside a command, such as one statement. */
  static ofDocument(document: RawValue, label: string): Arguments {
    return new Arguments(document, new Map(), label);
  }

  /**
   * Refuses what the command does not know: `known` may be there; of `refused` only empty or false, because MongoDB has
   * them and this server has not (238); anything else is unknown to MongoDB as well (40415).
   */
  allow(known: readonly string[], refused: readonly string[] = []): void {
    for (const [name, value] of this.fields) {
      if (name === this.nameField || known.includes(name)) continue;
      if (this.nameField !== undefined && HARMLESS.has(name)) continue;
      if (!refused.includes(name)) {
        throw new CommandError(40415, `BSON field '${this.command}.${name}' is an unknown field.`);
      }
      if (asks(value)) throw notImplemented(`'${name}' of ${this.command}`);
    }
    for (const name of this.sequences.keys()) {
      if (!known.includes(name))
        throw new CommandError(40415, `BSON field '${this.command}.${name}' is an unknown field.`);
    }
  }

  value(name: string): RawValue | undefined {
    return this.fields.get(name);
  }

  text(name: string): string {
    const text = this.optionalText(name);
    if (text === undefined) throw this.missing(name);
    return text;
  }

  optionalText(name: string): string | undefined {
    const value = this.fields.get(name);
    if (value === undefined) return undefined;
    if (value.type !== BsonType.string) throw this.wrongType(name, value, 'string');
    return textOf(value);
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.fields.get(name);
    if (value === undefined) return otherwise;
    if (value.type !== BsonType.boolean && !isNumberType(value.type)) throw this.wrongType(name, value, 'bool');
    return isTruthy(value);
  }

  /** A whole number ≥ 0, as all counts on the wire are. */
  count(name: string): number | undefined {
    const value = this.fields.get(name);
    if (value === undefined || value.type === BsonType.null) return undefined;
    if (!isNumberType(value.type)) throw this.wrongType(name, value, 'long');
    const number = numberOf(value);
    if (!Number.isSafeInteger(number)) throw new CommandError(9, `'${name}' must be a whole number`);
    if (number < 0) throw new CommandError(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
    return number;
  }

  document(name: string): RawValue | undefined {
    const value = this.fields.get(name);
    if (value === undefined || value.type === BsonType.null) return undefined;
    if (value.type !== BsonType.object) throw this.wrongType(name, value, 'object');
    return value;
  }

  array(name: string): RawValue[] {
    const value = this.fields.get(name);
    if (value === undefined) throw this.missing(name);
    if (value.type !== BsonType.array) throw this.wrongType(name, value, 'array');
    return elementsOf(value);
  }

  /** Documents given inside the command or as a sequence beside it. */
  documents(name: string): readonly RawValue[] {
    const documents = this.sequences.get(name) ?? this.array(name);
    const wrong = documents.find((document) => document.type !== BsonType.object);
    if (wrong !== undefined) throw this.wrongType(name, wrong, 'object');
    return documents;
  }

  private missing(name: string): CommandError {
    return new CommandError(40414, `BSON field '${this.command}.${name}' is missing but a required field`);
  }

  private wrongType(name: string, value: RawValue, expected: string): CommandError {
    const found = `is the wrong type '${typeName(value.type)}', expected type '${expected}'`;
    return new CommandError(14, `BSON field '${this.command}.${name}' ${found}`);
  }
}

/** Does a refused argument ask for anything? `false`, null, 0 and empty documents do not. */
function asks(value: RawValue): boolean {
  const isContainer = value.type === BsonType.object || value.type === BsonType.array;
  return isContainer ? !isEmpty(value) : isTruthy(value);
}
