export { EmailAddress, oneLine, PersonName } from "../contract/fields.ts";
