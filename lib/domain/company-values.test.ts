import { expect, test } from "vitest";
import { companyValuesOrDefault, DEFAULT_COMPANY_VALUES } from "./company-values.ts";

test("an organisation's own values count; where it states none, the default set does", () => {
  expect(companyValuesOrDefault([" Thrift ", ""])).toEqual(["Thrift"]);
  expect(companyValuesOrDefault([])).toEqual(DEFAULT_COMPANY_VALUES);
  expect(companyValuesOrDefault(["  "])).toEqual(DEFAULT_COMPANY_VALUES);
});
