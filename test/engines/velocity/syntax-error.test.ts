import { describe, expect, test } from 'vitest';
import { TemplateRuntimeError, TemplateSyntaxError } from '../../../src/engines/velocity/error.ts';
import { parseTemplate } from '../../../src/engines/velocity/parse.ts';
import { render } from '../../../src/engines/velocity/render.ts';
import { createWholeScope } from './whole-language.ts';

function syntaxError(template: string): TemplateSyntaxError {
  try {
    parseTemplate(template);
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return error;
  }
  throw new Error('the template was parsed');
}

describe('a syntax error says where, what was found and what was expected', () => {
  test.each([
    ['#if($a)x', 1, 9, 'the end of the template', '"#end"'],
    ['a\n  #set($x = )', 2, 13, '")"', 'a value'],
    ['#set($x 1)', 1, 9, '"1"', '"="'],
    ['#set("x" = 1)', 1, 6, '"\\"x\\""', 'a reference'],
    ['#if true x#end', 1, 5, '"true"', '"("'],
    ['#if((1 == 1)x#end', 1, 13, '"x"', '")"'],
    ['x\r\ny #end', 2, 3, '"#end"', 'the end of the template'],
    ['x #else', 1, 3, '"#else"', 'the end of the template'],
    ['#set($l = [1, )', 1, 15, '")"', 'a value'],
    ['#set($l = [ ])', 1, 13, '"]"', 'a value'],
    ['#set($m = {"a" 1})', 1, 16, '"1"', '":"'],
    ['#set($m = {"a":1)', 1, 17, '")"', '"}"'],
    ['#set($r = [1..])', 1, 15, '"]"', 'a value'],
    ['$a[b]', 1, 4, '"b"', 'a reference, a directive or text'],
    ['$a[1.5]', 1, 4, '"1.5"', 'a string'],
    ['${a', 1, 4, 'the end of the template', '"}"'],
    ['$a.b(1', 1, 7, 'the end of the template', '")"'],
    ['cost: $', 1, 8, 'the end of the template', 'a reference, a directive or text'],
    ['#foreach', 1, 1, '#foreach', '"($item in $list)"'],
    ['#foreach($i in x)y#end', 1, 16, 'x', 'a value'],
    ['#macro()x#end', 1, 1, '#macro', 'the name of the macro'],
    ['#macro("a")x#end', 1, 8, '"a"', 'the name of the macro'],
    ['#define($a $b)x#end', 1, 1, '#define', 'one reference'],
    ['#evaluate(1)', 1, 1, '#evaluate', 'one string or reference'],
    ['#break($a $b)', 1, 1, '#break', 'at most one argument'],
    ['#set($a = "x\n#if(1)")', 2, 8, 'the end of the template', '"#end"'],
    ['#set($a = "\\u00g0")', 1, 11, '"\\u00g0"', '\\uXXXX'],
  ])('%j', (template, line, column, found, expected) => {
    const error = syntaxError(template);
    expect([error.line, error.column, error.found]).toEqual([line, column, found]);
    expect(error.expected).toContain(expected);
    expect(error.message).toContain(`line ${line}, column ${column}`);
  });
});

describe('a failure while rendering says where', () => {
  test.each([
    ['ok\n$input.body.substring(99)', 2, 13, 'StringIndexOutOfBoundsException'],
    ['#set($l = [1])\n [$l[4]]', 2, 5, 'IndexOutOfBoundsException'],
    ['#set($l = [1])[$l.get(4)]', 1, 19, 'IndexOutOfBoundsException'],
    ['#set($x = "a $input.body.charAt(99)")', 1, 26, 'StringIndexOutOfBoundsException'],
    ["a #evaluate('#if(')", 1, 3, 'An evaluated text cannot be parsed'],
    ["a #evaluate('$input.body.charAt(99)')", 1, 3, 'StringIndexOutOfBoundsException'],
    ['  #parse("x")', 1, 3, '#parse finds nothing'],
    ['#macro(r)#r()#end#r()', 1, 10, 'more than 20 macros deep'],
    ['#foreach($i in [1])#set($f = $foreach)#end#break($f)', 1, 1, 'a loop that has ended'],
  ])('%j', (template, line, column, message) => {
    const error = failureOf(() => render(parseTemplate(template), createWholeScope({ body: '{"s":"text"}' })));
    expect(error.message).toContain(message);
    expect([error.line, error.column]).toEqual([line, column]);
  });
});

function failureOf(run: () => string): TemplateRuntimeError {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateRuntimeError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
