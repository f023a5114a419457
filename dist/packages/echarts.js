import { n as __exportAll, r as __name } from "../chunks/rolldown-runtime.js";
import { t as __extends } from "./tslib.js";
import { $ as copy, A as subPixelOptimize$1, At as isString, B as modifyHSL, Bt as normalizeCssArray$1, C as Circle, Ct as isArray, D as mergePath$1, Dt as isNumber, E as extendFromString, Et as isFunction, F as PathProxy, Ft as map$1, G as calculateTextPosition, Gt as setAsPrimitive, H as cubicRootAt, Ht as retrieve, I as Eventful, It as merge, J as BoundingRect, Jt as platformApi, K as getBoundingRect, Kt as slice, L as lerp, Lt as mergeAll, M as subPixelOptimizeRect$1, Mt as isTypedArray, N as ZRImage, Nt as keys, O as ZRText, Ot as isObject$2, P as Path, Pt as logError, Q as sub, R as liftColor, Rt as mixin, S as Ellipse, St as inherits, T as createFromString, Tt as isDom, U as Transformable, Ut as retrieve2, V as cubicAt, Vt as reduce, W as copyTransform, Wt as retrieve3, X as applyTransform$1, Y as Point, Z as normalize, _ as Line$1, _t as extend, a as registerPainter, at as translate, b as Ring, bt as hasOwn, c as stop, ct as assert, d as OrientedBoundingRect, dt as concatArray, et as create, f as RadialGradient, ft as createHashMap, g as BezierCurve, gt as eqNaN, h as Arc, ht as each$3, i as init$1, it as rotate, j as subPixelOptimizeLine$1, jt as isStringSafe, k as Rect, kt as isRegExp, l as encodeHTML, lt as bind$1, m as CompoundPath, mt as defaults, n as brushSingle, nt as invert, o as registerSSRDataGetter, ot as LRU, p as LinearGradient, pt as curry, q as parsePercent$1, qt as trim, r as WeakMap, rt as mul, s as sort, st as env, t as SVGPainter, tt as identity, u as IncrementalDisplayable, ut as clone$1, v as Polyline, vt as filter, w as Group, wt as isArrayLike, x as Sector, xt as indexOf, y as Polygon, yt as find, z as modifyAlpha, zt as noop } from "./zrender.js";

// node_modules/echarts/lib/util/clazz.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var TYPE_DELIMITER = ".";
var IS_CONTAINER = "___EC__COMPONENT__CONTAINER___";
var IS_EXTENDED_CLASS = "___EC__EXTENDED_CLASS___";
/**
* Notice, parseClassType('') should returns {main: '', sub: ''}
* @public
*/
function parseClassType(componentType) {
	var ret = {
		main: "",
		sub: ""
	};
	if (componentType) {
		var typeArr = componentType.split(TYPE_DELIMITER);
		ret.main = typeArr[0] || "";
		ret.sub = typeArr[1] || "";
	}
	return ret;
}
/**
* @public
*/
function checkClassType(componentType) {
	assert(/^[a-zA-Z0-9_]+([.][a-zA-Z0-9_]+)?$/.test(componentType), "componentType \"" + componentType + "\" illegal");
}
function isExtendedClass(clz) {
	return !!(clz && clz[IS_EXTENDED_CLASS]);
}
/**
* Implements `ExtendableConstructor` for `rootClz`.
*
* @usage
* ```ts
* class Xxx {}
* type XxxConstructor = typeof Xxx & ExtendableConstructor
* enableClassExtend(Xxx as XxxConstructor);
* ```
*/
function enableClassExtend(rootClz, mandatoryMethods) {
	rootClz.$constructor = rootClz;
	rootClz.extend = function(proto) {
		if (process.env.NODE_ENV !== "production") each$3(mandatoryMethods, function(method) {
			if (!proto[method]) console.warn("Method `" + method + "` should be implemented" + (proto.type ? " in " + proto.type : "") + ".");
		});
		var superClass = this;
		var ExtendedClass;
		if (isESClass(superClass)) ExtendedClass = function(_super) {
			__extends(class_1, _super);
			function class_1() {
				return _super.apply(this, arguments) || this;
			}
			return class_1;
		}(superClass);
		else {
			ExtendedClass = function() {
				(proto.$constructor || superClass).apply(this, arguments);
			};
			inherits(ExtendedClass, this);
		}
		extend(ExtendedClass.prototype, proto);
		ExtendedClass[IS_EXTENDED_CLASS] = true;
		ExtendedClass.extend = this.extend;
		ExtendedClass.superCall = superCall;
		ExtendedClass.superApply = superApply;
		ExtendedClass.superClass = superClass;
		return ExtendedClass;
	};
}
function isESClass(fn) {
	return isFunction(fn) && /^class\s/.test(Function.prototype.toString.call(fn));
}
/**
* A work around to both support ts extend and this extend mechanism.
* on sub-class.
* @usage
* ```ts
* class Component { ... }
* classUtil.enableClassExtend(Component);
* classUtil.enableClassManagement(Component, {registerWhenExtend: true});
*
* class Series extends Component { ... }
* // Without calling `markExtend`, `registerWhenExtend` will not work.
* Component.markExtend(Series);
* ```
*/
function mountExtend(SubClz, SupperClz) {
	SubClz.extend = SupperClz.extend;
}
var classBase = Math.round(Math.random() * 10);
/**
* Implements `CheckableConstructor` for `target`.
* Can not use instanceof, consider different scope by
* cross domain or es module import in ec extensions.
* Mount a method "isInstance()" to Clz.
*
* @usage
* ```ts
* class Xxx {}
* type XxxConstructor = typeof Xxx & CheckableConstructor;
* enableClassCheck(Xxx as XxxConstructor)
* ```
*/
function enableClassCheck(target) {
	var classAttr = ["__\0is_clz", classBase++].join("_");
	target.prototype[classAttr] = true;
	if (process.env.NODE_ENV !== "production") assert(!target.isInstance, "The method \"is\" can not be defined.");
	target.isInstance = function(obj) {
		return !!(obj && obj[classAttr]);
	};
}
function superCall(context, methodName) {
	var args = [];
	for (var _i = 2; _i < arguments.length; _i++) args[_i - 2] = arguments[_i];
	return this.superClass.prototype[methodName].apply(context, args);
}
function superApply(context, methodName, args) {
	return this.superClass.prototype[methodName].apply(context, args);
}
/**
* Implements `ClassManager` for `target`
*
* @usage
* ```ts
* class Xxx {}
* type XxxConstructor = typeof Xxx & ClassManager
* enableClassManagement(Xxx as XxxConstructor);
* ```
*/
function enableClassManagement(target) {
	/**
	* Component model classes
	* key: componentType,
	* value:
	*     componentClass, when componentType is 'a'
	*     or Object.<subKey, componentClass>, when componentType is 'a.b'
	*/
	var storage = {};
	target.registerClass = function(clz) {
		var componentFullType = clz.type || clz.prototype.type;
		if (componentFullType) {
			checkClassType(componentFullType);
			clz.prototype.type = componentFullType;
			var componentTypeInfo = parseClassType(componentFullType);
			if (!componentTypeInfo.sub) {
				if (process.env.NODE_ENV !== "production") {
					if (storage[componentTypeInfo.main]) console.warn(componentTypeInfo.main + " exists.");
				}
				storage[componentTypeInfo.main] = clz;
			} else if (componentTypeInfo.sub !== IS_CONTAINER) {
				var container = makeContainer(componentTypeInfo);
				container[componentTypeInfo.sub] = clz;
			}
		}
		return clz;
	};
	target.getClass = function(mainType, subType, throwWhenNotFound) {
		var clz = storage[mainType];
		if (clz && clz[IS_CONTAINER]) clz = subType ? clz[subType] : null;
		if (throwWhenNotFound && !clz) throw new Error(!subType ? mainType + ".type should be specified." : "Component " + mainType + "." + (subType || "") + " is used but not imported.");
		return clz;
	};
	target.getClassesByMainType = function(componentType) {
		var componentTypeInfo = parseClassType(componentType);
		var result = [];
		var obj = storage[componentTypeInfo.main];
		if (obj && obj[IS_CONTAINER]) each$3(obj, function(o, type) {
			type !== IS_CONTAINER && result.push(o);
		});
		else result.push(obj);
		return result;
	};
	target.hasClass = function(componentType) {
		return !!storage[parseClassType(componentType).main];
	};
	/**
	* @return Like ['aa', 'bb'], but can not be ['aa.xx']
	*/
	target.getAllClassMainTypes = function() {
		var types = [];
		each$3(storage, function(obj, type) {
			types.push(type);
		});
		return types;
	};
	/**
	* If a main type is container and has sub types
	*/
	target.hasSubTypes = function(componentType) {
		var obj = storage[parseClassType(componentType).main];
		return obj && obj[IS_CONTAINER];
	};
	function makeContainer(componentTypeInfo) {
		var container = storage[componentTypeInfo.main];
		if (!container || !container[IS_CONTAINER]) {
			container = storage[componentTypeInfo.main] = {};
			container[IS_CONTAINER] = true;
		}
		return container;
	}
}

// node_modules/echarts/lib/model/mixin/makeStyleMapper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function makeStyleMapper(properties, ignoreParent) {
	for (var i = 0; i < properties.length; i++) if (!properties[i][1]) properties[i][1] = properties[i][0];
	ignoreParent = ignoreParent || false;
	return function(model, excludes, includes) {
		var style = {};
		for (var i = 0; i < properties.length; i++) {
			var propName = properties[i][1];
			if (excludes && indexOf(excludes, propName) >= 0 || includes && indexOf(includes, propName) < 0) continue;
			var val = model.getShallow(propName, ignoreParent);
			if (val != null) style[properties[i][0]] = val;
		}
		return style;
	};
}

// node_modules/echarts/lib/model/mixin/areaStyle.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var AREA_STYLE_KEY_MAP = [
	["fill", "color"],
	["shadowBlur"],
	["shadowOffsetX"],
	["shadowOffsetY"],
	["opacity"],
	["shadowColor"]
];
var getAreaStyle = makeStyleMapper(AREA_STYLE_KEY_MAP);
var AreaStyleMixin = function() {
	function AreaStyleMixin() {}
	AreaStyleMixin.prototype.getAreaStyle = function(excludes, includes) {
		return getAreaStyle(this, excludes, includes);
	};
	return AreaStyleMixin;
}();

// node_modules/echarts/lib/util/number.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var RADIAN_EPSILON = 1e-4;
var TO_FIXED_SUPPORTED_PRECISION_MAX = 20;
function _trim(str) {
	return str.replace(/^\s+|\s+$/g, "");
}
var mathMin$1 = Math.min;
var mathMax$1 = Math.max;
var mathAbs = Math.abs;
var mathRound = Math.round;
var mathFloor = Math.floor;
var mathCeil = Math.ceil;
var mathPow = Math.pow;
var mathLog = Math.log;
var mathLN10 = Math.LN10;
var mathPI = Math.PI;
var mathRandom = Math.random;
/**
* Linear mapping a value from domain to range
* @param  val
* @param  domain Domain extent domain[0] can be bigger than domain[1]
* @param  range  Range extent range[0] can be bigger than range[1]
* @param  clamp Default to be false
*/
function linearMap(val, domain, range, clamp) {
	var d0 = domain[0];
	var d1 = domain[1];
	var r0 = range[0];
	var r1 = range[1];
	var subDomain = d1 - d0;
	var subRange = r1 - r0;
	if (subDomain === 0) return subRange === 0 ? r0 : (r0 + r1) / 2;
	if (clamp) {
		if (subDomain > 0) {
			if (val <= d0) return r0;
			else if (val >= d1) return r1;
		} else if (val >= d0) return r0;
		else if (val <= d1) return r1;
	} else {
		if (val === d0) return r0;
		if (val === d1) return r1;
	}
	return (val - d0) / subDomain * subRange + r0;
}
/**
* Preserve the name `parsePercent` for backward compatibility,
* and it's effectively published as `echarts.number.parsePercent`.
*/
var parsePercent = parsePositionOption;
/**
* @see {parsePositionSizeOption} and also accept a string preset.
* @see {PositionSizeOption}
*/
function parsePositionOption(option, percentBase, percentOffset) {
	switch (option) {
		case "center":
		case "middle":
			option = "50%";
			break;
		case "left":
		case "top":
			option = "0%";
			break;
		case "right":
		case "bottom": option = "100%";
	}
	return parsePositionSizeOption(option, percentBase, percentOffset);
}
/**
* Accept number, or numeric string (`'123'`), or percentage ('100%'), as x/y/width/height pixel number.
* If null/undefined or invalid, return NaN.
* (But allow JS type coercion (`+option`) due to backward compatibility)
* @see {PositionSizeOption}
*/
function parsePositionSizeOption(option, percentBase, percentOffset) {
	if (isString(option)) {
		if (isOptionStringPercent(option)) return parseFloat(option) / 100 * percentBase + (percentOffset || 0);
		return parseFloat(option);
	}
	return option == null ? NaN : +option;
}
function isOptionStringPercent(option) {
	return !!_trim(option).match(/%$/);
}
function round(x, precision, returnStr) {
	if (process.env.NODE_ENV !== "production") assert(precision != null);
	if (isNaN(precision)) return returnStr ? "" + x : +x;
	precision = mathMin$1(mathMax$1(0, precision), TO_FIXED_SUPPORTED_PRECISION_MAX);
	x = (+x).toFixed(precision);
	return returnStr ? x : +x;
}
/**
* Inplacd asc sort arr.
* The input arr will be modified.
*/
function asc(arr) {
	arr.sort(function(a, b) {
		return a - b;
	});
	return arr;
}
/**
* Get precision.
* e.g. `getPrecisionSafe(100.123)` return `3`.
* e.g. `getPrecisionSafe(100)` return `0`.
*/
function getPrecision(val) {
	val = +val;
	if (isNaN(val)) return 0;
	if (val > 1e-14) {
		var e = 1;
		for (var i = 0; i < 15; i++, e *= 10) if (mathRound(val * e) / e === val) return i;
	}
	return getPrecisionSafe(val);
}
/**
* Get precision with slow but safe method
* e.g. `getPrecisionSafe(100.123)` return `3`.
* e.g. `getPrecisionSafe(100)` return `0`.
*/
function getPrecisionSafe(val) {
	var str = val.toString().toLowerCase();
	var eIndex = str.indexOf("e");
	var exp = eIndex > 0 ? +str.slice(eIndex + 1) : 0;
	var significandPartLen = eIndex > 0 ? eIndex : str.length;
	var dotIndex = str.indexOf(".");
	return mathMax$1(0, (dotIndex < 0 ? 0 : significandPartLen - 1 - dotIndex) - exp);
}
/**
* This method chooses a reasonable "data" precision that can be used in `round` method.
* A reasonable precision is suitable for display; it may cause cumulative error but acceptable.
*
* "data" is linearly mapped to pixel according to the ratio determined by `dataSpan` and `pxSpan`.
* The diff from the original "data" to the rounded "data" (with the result precision) should be
* equal or less than `pxDiffAcceptable`, which is typically `1` pixel.
* And the result precision should be as small as possible for a concise display.
*
* [NOTICE]: using arbitrary parameters is NOT preferable - a discernible misalign (e.g., over 1px)
*  may occur, especially when `splitLine` is displayed.
*
* PENDING: Only the linear case is addressed for now; other mapping methods (like logarithm) will
*  not be covered until necessary.
*/
function getAcceptableTickPrecision(dataExtent, pxSpan, pxDiffAcceptable) {
	var dataSpan = mathAbs(dataExtent[1] - dataExtent[0]);
	if (!isFinite(dataSpan) || dataSpan === 0) return NaN;
	var dataExp2 = mathLog(2 * mathAbs(pxDiffAcceptable || 1) * mathAbs(dataSpan)) / mathLN10;
	var pxExp = mathLog(mathAbs(pxSpan)) / mathLN10;
	var precision = mathMax$1(0, mathCeil(-dataExp2 + pxExp));
	if (!isFinite(precision)) precision = NaN;
	return precision;
}
/**
* Solve the floating point adding problem like 0.1 + 0.2 === 0.30000000000000004
* See <http://0.30000000000000004.com/>
*/
function addSafe(val0, val1) {
	var maxPrecision = mathMax$1(getPrecision(val0), getPrecision(val1));
	var sum = val0 + val1;
	return maxPrecision > TO_FIXED_SUPPORTED_PRECISION_MAX ? sum : round(sum, maxPrecision);
}
var MAX_SAFE_INTEGER = mathPow(2, 53) - 1;
/**
* To 0 - 2 * PI, considering negative radian.
*/
function remRadian(radian) {
	var pi2 = mathPI * 2;
	return (radian % pi2 + pi2) % pi2;
}
/**
* @param {type} radian
* @return {boolean}
*/
function isRadianAroundZero(val) {
	return val > -RADIAN_EPSILON && val < RADIAN_EPSILON;
}
var TIME_REG = /^(?:(\d{4})(?:[-\/](\d{1,2})(?:[-\/](\d{1,2})(?:[T ](\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?)?(Z|[\+\-]\d\d:?\d\d)?)?)?)?)?$/;
/**
* @param value valid type: number | string | Date, otherwise return `new Date(NaN)`
*   These values can be accepted:
*   + An instance of Date, represent a time in its own time zone.
*   + Or string in a subset of ISO 8601, only including:
*     + only year, month, date: '2012-03', '2012-03-01', '2012-03-01 05', '2012-03-01 05:06',
*     + separated with T or space: '2012-03-01T12:22:33.123', '2012-03-01 12:22:33.123',
*     + time zone: '2012-03-01T12:22:33Z', '2012-03-01T12:22:33+8000', '2012-03-01T12:22:33-05:00',
*     all of which will be treated as local time if time zone is not specified
*     (see <https://momentjs.com/>).
*   + Or other string format, including (all of which will be treated as local time):
*     '2012', '2012-3-1', '2012/3/1', '2012/03/01',
*     '2009/6/12 2:00', '2009/6/12 2:05:08', '2009/6/12 2:05:08.123'
*   + a timestamp, which represent a time in UTC.
* @return date Never be null/undefined. If invalid, return `new Date(NaN)`.
*/
function parseDate(value) {
	if (value instanceof Date) return value;
	else if (isString(value)) {
		var match = TIME_REG.exec(value);
		if (!match) return /* @__PURE__ */ new Date(NaN);
		if (!match[8]) return new Date(+match[1], +(match[2] || 1) - 1, +match[3] || 1, +match[4] || 0, +(match[5] || 0), +match[6] || 0, match[7] ? +match[7].substring(0, 3) : 0);
		else {
			var hour = +match[4] || 0;
			if (match[8].toUpperCase() !== "Z") hour -= +match[8].slice(0, 3);
			return new Date(Date.UTC(+match[1], +(match[2] || 1) - 1, +match[3] || 1, hour, +(match[5] || 0), +match[6] || 0, match[7] ? +match[7].substring(0, 3) : 0));
		}
	} else if (value == null) return /* @__PURE__ */ new Date(NaN);
	return new Date(mathRound(value));
}
/**
* Quantity of a number. e.g. 0.1, 1, 10, 100
*
* @param val
* @return
*/
function quantity(val) {
	return mathPow(10, quantityExponent(val));
}
/**
* Exponent of the quantity of a number
* e.g., 9876 equals to 9.876*10^3, so quantityExponent(9876) is 3
* e.g., 0.09876 equals to 9.876*10^-2, so quantityExponent(0.09876) is -2
*
* @param val non-negative value
* @return
*/
function quantityExponent(val) {
	if (val === 0) return 0;
	var exp = mathFloor(mathLog(val) / mathLN10);
	/**
	* exp is expected to be the rounded-down result of the base-10 log of val.
	* But due to the precision loss with Math.log(val), we need to restore it
	* using 10^exp to make sure we can get val back from exp. #11249
	*/
	if (val / mathPow(10, exp) >= 10) exp++;
	return exp;
}
var NICE_MODE_MIN = 2;
/**
* find a “nice” number approximately equal to x. Round the number if 'round',
* take ceiling if 'round'. The primary observation is that the “nicest”
* numbers in decimal are 1, 2, and 5, and all power-of-ten multiples of these numbers.
*
* See "Nice Numbers for Graph Labels" of Graphic Gems.
*
* @param  val Non-negative value.
* @return Niced number
*/
function nice(val, mode) {
	var exponent = quantityExponent(val);
	var exp10 = mathPow(10, exponent);
	var f = val / exp10;
	var nf;
	if (mode === 2) nf = 1;
	else if (mode) {
		if (f < 1.5) nf = 1;
		else if (f < 2.5) nf = 2;
		else if (f < 4) nf = 3;
		else if (f < 7) nf = 5;
		else nf = 10;
	} else if (f < 1) nf = 1;
	else if (f < 2) nf = 2;
	else if (f < 3) nf = 3;
	else if (f < 5) nf = 5;
	else nf = 10;
	val = nf * exp10;
	return round(val, -exponent);
}
/**
* [Numeric is defined as]:
*     `parseFloat(val) == val`
* For example:
* numeric:
*     typeof number except NaN, '-123', '123', '2e3', '-2e3', '011', 'Infinity', Infinity,
*     and they rounded by white-spaces or line-terminal like ' -123 \n ' (see es spec)
* not-numeric:
*     null, undefined, [], {}, true, false, 'NaN', NaN, '123ab',
*     empty string, string with only white-spaces or line-terminal (see es spec),
*     0x12, '0x12', '-0x12', 012, '012', '-012',
*     non-string, ...
*
* @test See full test cases in `test/ut/spec/util/number.js`.
* @return Must be a typeof number. If not numeric, return NaN.
*/
function numericToNumber(val) {
	var valFloat = parseFloat(val);
	return valFloat == val && (valFloat !== 0 || !isString(val) || val.indexOf("x") <= 0) ? valFloat : NaN;
}
/**
* Definition of "numeric": see `numericToNumber`.
*/
function isNumeric(val) {
	return !isNaN(numericToNumber(val));
}
/**
* Use random base to prevent users hard code depending on
* this auto generated marker id.
* @return An positive integer.
*/
function getRandomIdBase() {
	return mathRound(mathRandom() * 9);
}
/**
* Get the greatest common divisor.
*
* @param {number} a one number
* @param {number} b the other number
*/
function getGreatestCommonDividor(a, b) {
	if (b === 0) return a;
	return getGreatestCommonDividor(b, a % b);
}
/**
* Get the least common multiple.
*
* @param {number} a one number
* @param {number} b the other number
*/
function getLeastCommonMultiple(a, b) {
	if (a == null) return b;
	if (b == null) return a;
	return a * b / getGreatestCommonDividor(a, b);
}
/**
* NOTICE: Assume the input `val` is number or null/undefined, no type check, no support of BitInt.
* Therefore, it is NOT suitable for processing user input, but sufficient for
* internal usage in most cases.
* For platform-agnosticism, `Number.isFinite` is not used.
*/
function isNullableNumberFinite(val) {
	return val != null && isFinite(val);
}

// node_modules/echarts/lib/util/log.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var ECHARTS_PREFIX = "[ECharts] ";
var storedLogs = {};
var hasConsole = typeof console !== "undefined" && console.warn && console.log;
function outputLog(type, str, onlyOnce) {
	if (hasConsole) {
		if (onlyOnce) {
			if (storedLogs[str]) return;
			storedLogs[str] = true;
		}
		console[type](ECHARTS_PREFIX + str);
	}
}
function log(str, onlyOnce) {
	outputLog("log", str, onlyOnce);
}
function warn(str, onlyOnce) {
	outputLog("warn", str, onlyOnce);
}
function error(str, onlyOnce) {
	outputLog("error", str, onlyOnce);
}
function deprecateLog(str) {
	if (process.env.NODE_ENV !== "production") outputLog("warn", "DEPRECATED: " + str, true);
}
function deprecateReplaceLog(oldOpt, newOpt, scope) {
	if (process.env.NODE_ENV !== "production") deprecateLog((scope ? "[" + scope + "]" : "") + (oldOpt + " is deprecated; use " + newOpt + " instead."));
}
/**
* If in __DEV__ environment, get console printable message for users hint.
* Parameters are separated by ' '.
* @usage
* makePrintable('This is an error on', someVar, someObj);
*
* @param hintInfo anything about the current execution context to hint users.
* @throws Error
*/
function makePrintable() {
	var hintInfo = [];
	for (var _i = 0; _i < arguments.length; _i++) hintInfo[_i] = arguments[_i];
	var msg = "";
	if (process.env.NODE_ENV !== "production") {
		var makePrintableStringIfPossible_1 = function(val) {
			return val === void 0 ? "undefined" : val === 1e400 ? "Infinity" : val === -1e400 ? "-Infinity" : eqNaN(val) ? "NaN" : val instanceof Date ? "Date(" + val.toISOString() + ")" : isFunction(val) ? "function () { ... }" : isRegExp(val) ? val + "" : null;
		};
		msg = map$1(hintInfo, function(arg) {
			if (isString(arg)) return arg;
			else {
				var printableStr = makePrintableStringIfPossible_1(arg);
				if (printableStr != null) return printableStr;
				else if (typeof JSON !== "undefined" && JSON.stringify) try {
					return JSON.stringify(arg, function(n, val) {
						var printableStr = makePrintableStringIfPossible_1(val);
						return printableStr == null ? val : printableStr;
					});
				} catch (err) {
					return "?";
				}
				else return "?";
			}
		}).join(" ");
	}
	return msg;
}
/**
* @throws Error
*/
function throwError(msg) {
	throw new Error(msg);
}

// node_modules/echarts/lib/util/model.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function interpolateNumber(p0, p1, percent) {
	return (p1 - p0) * percent + p0;
}
/**
* Make the name displayable. But we should
* make sure it is not duplicated with user
* specified name, so use '\0';
*/
var DUMMY_COMPONENT_NAME_PREFIX = "series\0";
var INTERNAL_COMPONENT_ID_PREFIX = "\0_ec_\0";
/**
* If value is not array, then translate it to array.
* @param  {*} value
* @return {Array} [value] or value
*/
function normalizeToArray(value) {
	return value instanceof Array ? value : value == null ? [] : [value];
}
/**
* Sync default option between normal and emphasis like `position` and `show`
* In case some one will write code like
*     label: {
*          show: false,
*          position: 'outside',
*          fontSize: 18
*     },
*     emphasis: {
*          label: { show: true }
*     }
*/
function defaultEmphasis(opt, key, subOpts) {
	if (opt) {
		opt[key] = opt[key] || {};
		opt.emphasis = opt.emphasis || {};
		opt.emphasis[key] = opt.emphasis[key] || {};
		for (var i = 0, len = subOpts.length; i < len; i++) {
			var subOptName = subOpts[i];
			if (!opt.emphasis[key].hasOwnProperty(subOptName) && opt[key].hasOwnProperty(subOptName)) opt.emphasis[key][subOptName] = opt[key][subOptName];
		}
	}
}
var TEXT_STYLE_OPTIONS = [
	"fontStyle",
	"fontWeight",
	"fontSize",
	"fontFamily",
	"rich",
	"tag",
	"color",
	"textBorderColor",
	"textBorderWidth",
	"width",
	"height",
	"lineHeight",
	"align",
	"verticalAlign",
	"baseline",
	"shadowColor",
	"shadowBlur",
	"shadowOffsetX",
	"shadowOffsetY",
	"textShadowColor",
	"textShadowBlur",
	"textShadowOffsetX",
	"textShadowOffsetY",
	"backgroundColor",
	"borderColor",
	"borderWidth",
	"borderRadius",
	"padding"
];
/**
* The method does not ensure performance.
* data could be [12, 2323, {value: 223}, [1221, 23], {value: [2, 23]}]
* This helper method retrieves value from data.
*/
function getDataItemValue(dataItem) {
	return isObject$2(dataItem) && !isArray(dataItem) && !(dataItem instanceof Date) ? dataItem.value : dataItem;
}
/**
* data could be [12, 2323, {value: 223}, [1221, 23], {value: [2, 23]}]
* This helper method determine if dataItem has extra option besides value
*/
function isDataItemOption(dataItem) {
	return isObject$2(dataItem) && !(dataItem instanceof Array);
}
/**
* Mapping to existings for merge.
*
* Mode "normalMege":
*     The mapping result (merge result) will keep the order of the existing
*     component, rather than the order of new option. Because we should ensure
*     some specified index reference (like xAxisIndex) keep work.
*     And in most cases, "merge option" is used to update partial option but not
*     be expected to change the order.
*
* Mode "replaceMege":
*     (1) Only the id mapped components will be merged.
*     (2) Other existing components (except internal components) will be removed.
*     (3) Other new options will be used to create new component.
*     (4) The index of the existing components will not be modified.
*     That means their might be "hole" after the removal.
*     The new components are created first at those available index.
*
* Mode "replaceAll":
*     This mode try to support that reproduce an echarts instance from another
*     echarts instance (via `getOption`) in some simple cases.
*     In this scenario, the `result` index are exactly the consistent with the `newCmptOptions`,
*     which ensures the component index referring (like `xAxisIndex: ?`) corrent. That is,
*     the "hole" in `newCmptOptions` will also be kept.
*     On the contrary, other modes try best to eliminate holes.
*     PENDING: This is an experimental mode yet.
*
* @return See the comment of <MappingResult>.
*/
function mappingToExists(existings, newCmptOptions, mode) {
	var isNormalMergeMode = mode === "normalMerge";
	var isReplaceMergeMode = mode === "replaceMerge";
	var isReplaceAllMode = mode === "replaceAll";
	existings = existings || [];
	newCmptOptions = (newCmptOptions || []).slice();
	var existingIdIdxMap = createHashMap();
	each$3(newCmptOptions, function(cmptOption, index) {
		if (!isObject$2(cmptOption)) {
			newCmptOptions[index] = null;
			return;
		}
		if (process.env.NODE_ENV !== "production") {
			if (cmptOption.id != null && !isValidIdOrName(cmptOption.id)) warnInvalidateIdOrName(cmptOption.id);
			if (cmptOption.name != null && !isValidIdOrName(cmptOption.name)) warnInvalidateIdOrName(cmptOption.name);
		}
	});
	var result = prepareResult(existings, existingIdIdxMap, mode);
	if (isNormalMergeMode || isReplaceMergeMode) mappingById(result, existings, existingIdIdxMap, newCmptOptions);
	if (isNormalMergeMode) mappingByName(result, newCmptOptions);
	if (isNormalMergeMode || isReplaceMergeMode) mappingByIndex(result, newCmptOptions, isReplaceMergeMode);
	else if (isReplaceAllMode) mappingInReplaceAllMode(result, newCmptOptions);
	makeIdAndName(result);
	return result;
}
function prepareResult(existings, existingIdIdxMap, mode) {
	var result = [];
	if (mode === "replaceAll") return result;
	for (var index = 0; index < existings.length; index++) {
		var existing = existings[index];
		if (existing && existing.id != null) existingIdIdxMap.set(existing.id, index);
		result.push({
			existing: mode === "replaceMerge" || isComponentIdInternal(existing) ? null : existing,
			newOption: null,
			keyInfo: null,
			brandNew: null
		});
	}
	return result;
}
function mappingById(result, existings, existingIdIdxMap, newCmptOptions) {
	each$3(newCmptOptions, function(cmptOption, index) {
		if (!cmptOption || cmptOption.id == null) return;
		var optionId = makeComparableKey(cmptOption.id);
		var existingIdx = existingIdIdxMap.get(optionId);
		if (existingIdx != null) {
			var resultItem = result[existingIdx];
			assert(!resultItem.newOption, "Duplicated option on id \"" + optionId + "\".");
			resultItem.newOption = cmptOption;
			resultItem.existing = existings[existingIdx];
			newCmptOptions[index] = null;
		}
	});
}
function mappingByName(result, newCmptOptions) {
	each$3(newCmptOptions, function(cmptOption, index) {
		if (!cmptOption || cmptOption.name == null) return;
		for (var i = 0; i < result.length; i++) {
			var existing = result[i].existing;
			if (!result[i].newOption && existing && (existing.id == null || cmptOption.id == null) && !isComponentIdInternal(cmptOption) && !isComponentIdInternal(existing) && keyExistAndEqual("name", existing, cmptOption)) {
				result[i].newOption = cmptOption;
				newCmptOptions[index] = null;
				return;
			}
		}
	});
}
function mappingByIndex(result, newCmptOptions, brandNew) {
	each$3(newCmptOptions, function(cmptOption) {
		if (!cmptOption) return;
		var resultItem;
		var nextIdx = 0;
		while ((resultItem = result[nextIdx]) && (resultItem.newOption || isComponentIdInternal(resultItem.existing) || resultItem.existing && cmptOption.id != null && !keyExistAndEqual("id", cmptOption, resultItem.existing))) nextIdx++;
		if (resultItem) {
			resultItem.newOption = cmptOption;
			resultItem.brandNew = brandNew;
		} else result.push({
			newOption: cmptOption,
			brandNew,
			existing: null,
			keyInfo: null
		});
		nextIdx++;
	});
}
function mappingInReplaceAllMode(result, newCmptOptions) {
	each$3(newCmptOptions, function(cmptOption) {
		result.push({
			newOption: cmptOption,
			brandNew: true,
			existing: null,
			keyInfo: null
		});
	});
}
/**
* Make id and name for mapping result (result of mappingToExists)
* into `keyInfo` field.
*/
function makeIdAndName(mapResult) {
	var idMap = createHashMap();
	each$3(mapResult, function(item) {
		var existing = item.existing;
		existing && idMap.set(existing.id, item);
	});
	each$3(mapResult, function(item) {
		var opt = item.newOption;
		assert(!opt || opt.id == null || !idMap.get(opt.id) || idMap.get(opt.id) === item, "id duplicates: " + (opt && opt.id));
		opt && opt.id != null && idMap.set(opt.id, item);
		!item.keyInfo && (item.keyInfo = {});
	});
	each$3(mapResult, function(item, index) {
		var existing = item.existing;
		var opt = item.newOption;
		var keyInfo = item.keyInfo;
		if (!isObject$2(opt)) return;
		keyInfo.name = opt.name != null ? makeComparableKey(opt.name) : existing ? existing.name : DUMMY_COMPONENT_NAME_PREFIX + index;
		if (existing) keyInfo.id = makeComparableKey(existing.id);
		else if (opt.id != null) keyInfo.id = makeComparableKey(opt.id);
		else {
			var idNum = 0;
			do
				keyInfo.id = "\0" + keyInfo.name + "\0" + idNum++;
			while (idMap.get(keyInfo.id));
		}
		idMap.set(keyInfo.id, item);
	});
}
function keyExistAndEqual(attr, obj1, obj2) {
	var key1 = convertOptionIdName(obj1[attr], null);
	var key2 = convertOptionIdName(obj2[attr], null);
	return key1 != null && key2 != null && key1 === key2;
}
/**
* @return return null if not exist.
*/
function makeComparableKey(val) {
	if (process.env.NODE_ENV !== "production") {
		if (val == null) throw new Error();
	}
	return convertOptionIdName(val, "");
}
function convertOptionIdName(idOrName, defaultValue) {
	if (idOrName == null) return defaultValue;
	return isString(idOrName) ? idOrName : isNumber(idOrName) || isStringSafe(idOrName) ? idOrName + "" : defaultValue;
}
function warnInvalidateIdOrName(idOrName) {
	if (process.env.NODE_ENV !== "production") warn("`" + idOrName + "` is invalid id or name. Must be a string or number.");
}
function isValidIdOrName(idOrName) {
	return isStringSafe(idOrName) || isNumeric(idOrName);
}
function isNameSpecified(componentModel) {
	var name = componentModel.name;
	return !!(name && name.indexOf(DUMMY_COMPONENT_NAME_PREFIX));
}
/**
* @public
* @param {Object} cmptOption
* @return {boolean}
*/
function isComponentIdInternal(cmptOption) {
	return cmptOption && cmptOption.id != null && makeComparableKey(cmptOption.id).indexOf(INTERNAL_COMPONENT_ID_PREFIX) === 0;
}
function setComponentTypeToKeyInfo(mappingResult, mainType, componentModelCtor) {
	each$3(mappingResult, function(item) {
		var newOption = item.newOption;
		if (isObject$2(newOption)) {
			item.keyInfo.mainType = mainType;
			item.keyInfo.subType = determineSubType(mainType, newOption, item.existing, componentModelCtor);
		}
	});
}
function determineSubType(mainType, newCmptOption, existComponent, componentModelCtor) {
	return newCmptOption.type ? newCmptOption.type : existComponent ? existComponent.subType : componentModelCtor.determineSubType(mainType, newCmptOption);
}
/**
* @param payload Contains dataIndex (means rawIndex) / dataIndexInside / name
*                         each of which can be Array or primary type.
* @return dataIndex If not found, return undefined/null.
*/
function queryDataIndex(data, payload) {
	if (payload.dataIndexInside != null) return payload.dataIndexInside;
	else if (payload.dataIndex != null) return isArray(payload.dataIndex) ? map$1(payload.dataIndex, function(value) {
		return data.indexOfRawIndex(value);
	}) : data.indexOfRawIndex(payload.dataIndex);
	else if (payload.name != null) return isArray(payload.name) ? map$1(payload.name, function(value) {
		return data.indexOfName(value);
	}) : data.indexOfName(payload.name);
}
/**
* [CAVEAT]:
*  DO NOT use it in performance-sensitive scenarios.
*  Likely a hash map lookup; not inline-cache friendly.
*
* Enable property storage to any host object.
* Notice: Serialization is not supported.
*
* For example:
* let inner = makeInner();
*
* function some1(hostObj) {
*      inner(hostObj).someProperty = 1212;
*      ...
* }
* function some2() {
*      let fields = inner(this);
*      fields.someProperty1 = 1212;
*      fields.someProperty2 = 'xx';
*      ...
* }
*/
function makeInner() {
	var key = "__ec_inner_" + innerUniqueIndex++;
	return function(hostObj) {
		return hostObj[key] || (hostObj[key] = {});
	};
}
var innerUniqueIndex = getRandomIdBase();
/**
* The same behavior as `component.getReferringComponents`.
*/
function parseFinder(ecModel, finderInput, opt) {
	var _a = preParseFinder(finderInput, opt);
	var mainTypeSpecified = _a.mainTypeSpecified;
	var queryOptionMap = _a.queryOptionMap;
	var result = _a.others;
	var defaultMainType = opt ? opt.defaultMainType : null;
	if (!mainTypeSpecified && defaultMainType) queryOptionMap.set(defaultMainType, {});
	queryOptionMap.each(function(queryOption, mainType) {
		var queryResult = queryReferringComponents(ecModel, mainType, queryOption, {
			useDefault: defaultMainType === mainType,
			enableAll: opt && opt.enableAll != null ? opt.enableAll : true,
			enableNone: opt && opt.enableNone != null ? opt.enableNone : true
		});
		result[mainType + "Models"] = queryResult.models;
		result[mainType + "Model"] = queryResult.models[0];
	});
	return result;
}
function preParseFinder(finderInput, opt) {
	var finder;
	if (isString(finderInput)) {
		var obj = {};
		obj[finderInput + "Index"] = 0;
		finder = obj;
	} else finder = finderInput;
	var queryOptionMap = createHashMap();
	var others = {};
	var mainTypeSpecified = false;
	each$3(finder, function(value, key) {
		if (key === "dataIndex" || key === "dataIndexInside") {
			others[key] = value;
			return;
		}
		var parsedKey = key.match(/^(\w+)(Index|Id|Name)$/) || [];
		var mainType = parsedKey[1];
		var queryType = (parsedKey[2] || "").toLowerCase();
		if (!mainType || !queryType || opt && opt.includeMainTypes && indexOf(opt.includeMainTypes, mainType) < 0) return;
		mainTypeSpecified = mainTypeSpecified || !!mainType;
		var queryOption = queryOptionMap.get(mainType) || queryOptionMap.set(mainType, {});
		queryOption[queryType] = value;
	});
	return {
		mainTypeSpecified,
		queryOptionMap,
		others
	};
}
var SINGLE_REFERRING = {
	useDefault: true,
	enableAll: false,
	enableNone: false
};
function queryReferringComponents(ecModel, mainType, userOption, opt) {
	opt = opt || SINGLE_REFERRING;
	var indexOption = userOption.index;
	var idOption = userOption.id;
	var nameOption = userOption.name;
	var result = {
		models: null,
		specified: indexOption != null || idOption != null || nameOption != null
	};
	if (!result.specified) {
		var firstCmpt = void 0;
		result.models = opt.useDefault && (firstCmpt = ecModel.getComponent(mainType)) ? [firstCmpt] : [];
		return result;
	}
	if (indexOption === "none" || indexOption === false) {
		if (opt.enableNone) {
			result.models = [];
			return result;
		} else {
			if (process.env.NODE_ENV !== "production") error("`\"none\"` or `false` is not a valid value on index option.");
			indexOption = -1;
		}
	}
	if (indexOption === "all") {
		if (opt.enableAll) indexOption = idOption = nameOption = null;
		else {
			if (process.env.NODE_ENV !== "production") error("`\"all\"` is not a valid value on index option.");
			indexOption = -1;
		}
	}
	result.models = ecModel.queryComponents({
		mainType,
		index: indexOption,
		id: idOption,
		name: nameOption
	});
	return result;
}
/**
* `{{mainType}Id, {mainType}Index, {mainType}Name}` takes precedence if provided in `payload`;
* otherwise, query by `mainType`.
* `subType` performs futher filtering if provided.
*/
function makeQueryConditionKindA(payload, mainType, subType) {
	if (process.env.NODE_ENV !== "production") assert(mainType);
	var query = {};
	query[mainType + "Id"] = payload[mainType + "Id"];
	query[mainType + "Index"] = payload[mainType + "Index"];
	query[mainType + "Name"] = payload[mainType + "Name"];
	var condition = {
		mainType,
		query
	};
	subType && (condition.subType = subType);
	return condition;
}
function setAttribute(dom, key, value) {
	dom.setAttribute ? dom.setAttribute(key, value) : dom[key] = value;
}
function getAttribute(dom, key) {
	return dom.getAttribute ? dom.getAttribute(key) : dom[key];
}
/**
* Interpolate raw values of a series with percent
*
* @param data         data
* @param labelModel   label model of the text element
* @param sourceValue  start value. May be null/undefined when init.
* @param targetValue  end value
* @param percent      0~1 percentage; 0 uses start value while 1 uses end value
* @return             interpolated values
*                     If `sourceValue` and `targetValue` are `number`, return `number`.
*                     If `sourceValue` and `targetValue` are `string`, return `string`.
*                     If `sourceValue` and `targetValue` are `(string | number)[]`, return `(string | number)[]`.
*                     Other cases do not supported.
*/
function interpolateRawValues(data, precision, sourceValue, targetValue, percent) {
	var isAutoPrecision = precision == null || precision === "auto";
	if (targetValue == null) return targetValue;
	if (isNumber(targetValue)) {
		var value = interpolateNumber(sourceValue || 0, targetValue, percent);
		return round(value, isAutoPrecision ? Math.max(getPrecision(sourceValue || 0), getPrecision(targetValue)) : precision);
	} else if (isString(targetValue)) return percent < 1 ? sourceValue : targetValue;
	else {
		var interpolated = [];
		var leftArr = sourceValue;
		var rightArr = targetValue;
		var length_1 = Math.max(leftArr ? leftArr.length : 0, rightArr.length);
		for (var i = 0; i < length_1; ++i) {
			var info = data.getDimensionInfo(i);
			if (info && info.type === "ordinal") interpolated[i] = (percent < 1 && leftArr ? leftArr : rightArr)[i];
			else {
				var leftVal = leftArr && leftArr[i] ? leftArr[i] : 0;
				var rightVal = rightArr[i];
				var value = interpolateNumber(leftVal, rightVal, percent);
				interpolated[i] = round(value, isAutoPrecision ? Math.max(getPrecision(leftVal), getPrecision(rightVal)) : precision);
			}
		}
		return interpolated;
	}
}
/**
* Use an iterator to avoid exposing the internal list or duplicating it
* for the outside traveller, and no extra heap allocation.
* @usage
*  for (const it = resetIterator(); it.next();) {
*      const item = it.item;
*      const key = it.key;
*      const itIdx = it.itIdx;
*      // ...
*  }
* @usage
*  const it = resetIterator();
*  while (it.next()) { ... }
* @usage
*  for (resetIterator(it); it.next();) { ... }
*/
var ListIterator = function() {
	function ListIterator() {}
	/**
	* The loop condition is `idx < end` if `step > 0`;
	* The loop condition is `idx >= end` if `step < 0`.
	*
	* @param end By default `list.length` if `step > 0`; `0` if `step < 0`.
	* @param step By default `1`.
	*/
	ListIterator.prototype.reset = function(list, start, end, step) {
		this._list = list;
		this._step = step = step || 1;
		this._idx = start;
		this._end = end != null ? end : step > 0 ? list.length : 0;
		this.item = null;
		this.key = NaN;
		return this;
	};
	ListIterator.prototype.next = function() {
		if (this._step > 0 ? this._idx < this._end : this._idx >= this._end) {
			this.item = this._list[this._idx];
			this.key = this._idx = this._idx + this._step;
			return true;
		}
		return false;
	};
	return ListIterator;
}();
function initExtentForUnion() {
	return [1e400, -1e400];
}
/**
* NOTICE:
*  - The input `val` must be a number - type checking is not performed.
*  - `extent` should be initialized as `initExtentForUnion()`.
*/
function unionExtentFromNumber(extent, val) {
	if (isValidNumberForExtent(val)) {
		val < extent[0] && (extent[0] = val);
		val > extent[1] && (extent[1] = val);
	}
}
/**
* NOTICE:
*  - The input `val` must be a number - type checking is not performed.
*  - `extent` should be initialized as `initExtentForUnion()`.
*/
function unionExtentStartFromNumber(extent, val) {
	if (isValidNumberForExtent(val) && val < extent[0]) extent[0] = val;
}
/**
* NOTICE:
*  - The input `val` must be a number - type checking is not performed.
*  - `extent` should be initialized as `initExtentForUnion()`.
*/
function unionExtentEndFromNumber(extent, val) {
	if (isValidNumberForExtent(val) && val > extent[1]) extent[1] = val;
}
/**
* NOTICE:
*  - `extent` should be initialized as `initExtentForUnion()`.
*/
function unionExtentFromExtent(tarExtent, srcExtent) {
	if (isValidBoundsForExtent(srcExtent[0], srcExtent[1])) {
		srcExtent[0] < tarExtent[0] && (tarExtent[0] = srcExtent[0]);
		srcExtent[1] > tarExtent[1] && (tarExtent[1] = srcExtent[1]);
	}
}
/**
* PENDING: `Infinity` from user data is not necessarily meaningless, but visualizing it requires
* special handling and it will not be supported until required. So we simply ignore it here.
*/
function isValidNumberForExtent(val) {
	return val != null && isFinite(val);
}
function isValidBoundsForExtent(start, end) {
	return isValidNumberForExtent(start) && isValidNumberForExtent(end) && start <= end;
}
/**
* `extent` should be initialized by `initExtentForUnion()`, and unioned by `unionExtent()`.
* `extent` may contain `Infinity` / `NaN`, but assume no `null`/`undefined`.
*/
function extentHasValue(extent) {
	var span = extent[1] - extent[0];
	return isFinite(span) && span >= 0;
}
/**
* NOTE: considered items are null/undefined/NaN - do nothing for this case.
*/
function ensureExtentAscSimply(extent) {
	if (isValidBoundsForExtent(extent[0], extent[1]) && extent[0] > extent[1]) extent[0] = extent[1];
}
/**
* A util for ensuring the callback is called only once.
* @usage
*  const callOnlyOnce = makeCallOnlyOnce(); // Should be static (ESM top level).
*  function someFunc(registers: EChartsExtensionInstallRegisters): void {
*      callOnlyOnce(registers, function () {
*          // Do something immediately and only once per registers.
*      }
*  }
*/
function makeCallOnlyOnce() {
	var hiddenKey = "__ec_once_" + onceUniqueIndex++;
	return function(hostObj, cb) {
		if (process.env.NODE_ENV !== "production") assert(hostObj);
		if (!hasOwn(hostObj, hiddenKey)) {
			hostObj[hiddenKey] = 1;
			cb();
		}
	};
}
var onceUniqueIndex = getRandomIdBase();
/**
* @usage
*  - The earlier item takes precedence for duplicate items.
*  - The input `arr` will be modified if `resolve` is null/undefined.
*  - Callers can use `resolve` to manually modify the `currItem`.
*    The input `arr` will not be modified if `resolve` is passed.
*    `resolve` will be called on every item.
*  - Callers need to handle null/undefined (if existing) in `getKey`.
*/
function removeDuplicates(arr, getKey, resolve) {
	var dupMap = createHashMap();
	var writeIdx = 0;
	each$3(arr, function(item) {
		var key = getKey(item);
		if (process.env.NODE_ENV !== "production") assert(isString(key));
		var count = dupMap.get(key) || 0;
		if (resolve) resolve(item, count);
		if (!count && !resolve) arr[writeIdx++] = item;
		dupMap.set(key, count + 1);
	});
	if (!resolve) arr.length = writeIdx;
}
function removeDuplicatesGetKeyFromValueProp(item) {
	if (process.env.NODE_ENV !== "production") assert(item.value != null);
	return item.value + "";
}
function removeDuplicatesGetKeyFromItemItself(item) {
	if (process.env.NODE_ENV !== "production") assert(item != null);
	return item + "";
}
function preparePipelineContext(seriesModel, view, pipeline) {
	var dataLen = seriesModel.getData().count();
	return {
		progressiveRender: pipeline.progressiveEnabled && view.incrementalPrepareRender && dataLen >= pipeline.threshold,
		large: seriesModel.get("large") && dataLen >= seriesModel.get("largeThreshold"),
		modDataCount: seriesModel.get("progressiveChunkMode") === "mod" ? seriesModel.getData().count() : null
	};
}
function createSimpleOverallStageHandler2(overallReset) {
	return { overallReset };
}

// node_modules/echarts/lib/util/innerStore.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var getECData = makeInner();
var setCommonECData = function(seriesIndex, dataType, dataIdx, el) {
	if (el) {
		var ecData = getECData(el);
		ecData.dataIndex = dataIdx;
		ecData.dataType = dataType;
		ecData.seriesIndex = seriesIndex;
		ecData.ssrType = "chart";
		if (el.type === "group") el.traverse(function(child) {
			var childECData = getECData(child);
			childECData.seriesIndex = seriesIndex;
			childECData.dataIndex = dataIdx;
			childECData.dataType = dataType;
			childECData.ssrType = "chart";
		});
	}
};

// node_modules/echarts/lib/util/types.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var UNDEFINED_STR = "undefined";
var COMPONENT_MAIN_TYPE_SERIES = "series";
var VISUAL_DIMENSIONS = createHashMap([
	"tooltip",
	"label",
	"itemName",
	"itemId",
	"itemGroupId",
	"itemChildGroupId",
	"seriesName"
]);
var SOURCE_FORMAT_ORIGINAL = "original";
var SOURCE_FORMAT_ARRAY_ROWS = "arrayRows";
var SOURCE_FORMAT_OBJECT_ROWS = "objectRows";
var SOURCE_FORMAT_KEYED_COLUMNS = "keyedColumns";
var SOURCE_FORMAT_TYPED_ARRAY = "typedArray";
var SOURCE_FORMAT_UNKNOWN = "unknown";
var SERIES_LAYOUT_BY_COLUMN = "column";

// node_modules/echarts/lib/core/ExtensionAPI.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var availableMethods = [
	"getDom",
	"getZr",
	"getWidth",
	"getHeight",
	"getDevicePixelRatio",
	"dispatchAction",
	"isSSR",
	"isDisposed",
	"on",
	"off",
	"getDataURL",
	"getConnectedDataURL",
	"getOption",
	"getId",
	"updateLabelLayout"
];
var ExtensionAPI = function() {
	function ExtensionAPI(ecInstance) {
		each$3(availableMethods, function(methodName) {
			this[methodName] = bind$1(ecInstance[methodName], ecInstance);
		}, this);
	}
	return ExtensionAPI;
}();
function getViewOfComponentOrSeries(api, componentOrSeries) {
	return componentOrSeries.mainType === "series" ? api.getViewOfSeriesModel(componentOrSeries) : api.getViewOfComponentModel(componentOrSeries);
}

// node_modules/echarts/lib/util/states.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var _highlightNextDigit = 1;
var _highlightKeyMap = {};
var getSavedStates = makeInner();
var getComponentStates = makeInner();
var HOVER_STATE_NORMAL = 0;
var HOVER_STATE_BLUR = 1;
var HOVER_STATE_EMPHASIS = 2;
var SPECIAL_STATES = [
	"emphasis",
	"blur",
	"select"
];
var DISPLAY_STATES = [
	"normal",
	"emphasis",
	"blur",
	"select"
];
var Z2_EMPHASIS_LIFT = 10;
var Z2_SELECT_LIFT = 9;
var HIGHLIGHT_ACTION_TYPE = "highlight";
var DOWNPLAY_ACTION_TYPE = "downplay";
var SELECT_ACTION_TYPE = "select";
var UNSELECT_ACTION_TYPE = "unselect";
var TOGGLE_SELECT_ACTION_TYPE = "toggleSelect";
var SELECT_CHANGED_EVENT_TYPE = "selectchanged";
function hasFillOrStroke(fillOrStroke) {
	return fillOrStroke != null && fillOrStroke !== "none";
}
function doChangeHoverState(el, stateName, hoverStateEnum) {
	if (el.onHoverStateChange && (el.hoverState || 0) !== hoverStateEnum) el.onHoverStateChange(stateName);
	el.hoverState = hoverStateEnum;
}
function singleEnterEmphasis(el) {
	doChangeHoverState(el, "emphasis", 2);
}
function singleLeaveEmphasis(el) {
	if (el.hoverState === 2) doChangeHoverState(el, "normal", 0);
}
function singleEnterBlur(el) {
	doChangeHoverState(el, "blur", 1);
}
function singleLeaveBlur(el) {
	if (el.hoverState === 1) doChangeHoverState(el, "normal", 0);
}
function singleEnterSelect(el) {
	el.selected = true;
}
function singleLeaveSelect(el) {
	el.selected = false;
}
function updateElementState(el, updater, commonParam) {
	updater(el, commonParam);
}
function traverseUpdateState(el, updater, commonParam) {
	updateElementState(el, updater, commonParam);
	el.isGroup && el.traverse(function(child) {
		updateElementState(child, updater, commonParam);
	});
}
function setStatesFlag(el, stateName) {
	switch (stateName) {
		case "emphasis":
			el.hoverState = 2;
			break;
		case "normal":
			el.hoverState = 0;
			break;
		case "blur":
			el.hoverState = 1;
			break;
		case "select": el.selected = true;
	}
}
function getFromStateStyle(el, props, toStateName, defaultValue) {
	var style = el.style;
	var fromState = {};
	for (var i = 0; i < props.length; i++) {
		var propName = props[i];
		var val = style[propName];
		fromState[propName] = val == null ? defaultValue && defaultValue[propName] : val;
	}
	for (var i = 0; i < el.animators.length; i++) {
		var animator = el.animators[i];
		if (animator.__fromStateTransition && animator.__fromStateTransition.indexOf(toStateName) < 0 && animator.targetName === "style") animator.saveTo(fromState, props);
	}
	return fromState;
}
function createEmphasisDefaultState(el, stateName, targetStates, state) {
	var hasSelect = targetStates && indexOf(targetStates, "select") >= 0;
	var cloned = false;
	if (el instanceof Path) {
		var store = getSavedStates(el);
		var fromFill = hasSelect ? store.selectFill || store.normalFill : store.normalFill;
		var fromStroke = hasSelect ? store.selectStroke || store.normalStroke : store.normalStroke;
		if (hasFillOrStroke(fromFill) || hasFillOrStroke(fromStroke)) {
			state = state || {};
			var emphasisStyle = state.style || {};
			if (emphasisStyle.fill === "inherit") {
				cloned = true;
				state = extend({}, state);
				emphasisStyle = extend({}, emphasisStyle);
				emphasisStyle.fill = fromFill;
			} else if (!hasFillOrStroke(emphasisStyle.fill) && hasFillOrStroke(fromFill)) {
				cloned = true;
				state = extend({}, state);
				emphasisStyle = extend({}, emphasisStyle);
				emphasisStyle.fill = liftColor(fromFill);
			} else if (!hasFillOrStroke(emphasisStyle.stroke) && hasFillOrStroke(fromStroke)) {
				if (!cloned) {
					state = extend({}, state);
					emphasisStyle = extend({}, emphasisStyle);
				}
				emphasisStyle.stroke = liftColor(fromStroke);
			}
			state.style = emphasisStyle;
		}
	}
	if (state) {
		if (state.z2 == null) {
			if (!cloned) state = extend({}, state);
			var z2EmphasisLift = el.z2EmphasisLift;
			state.z2 = el.z2 + (z2EmphasisLift != null ? z2EmphasisLift : 10);
		}
	}
	return state;
}
function createSelectDefaultState(el, stateName, state) {
	if (state) {
		if (state.z2 == null) {
			state = extend({}, state);
			var z2SelectLift = el.z2SelectLift;
			state.z2 = el.z2 + (z2SelectLift != null ? z2SelectLift : 9);
		}
	}
	return state;
}
function createBlurDefaultState(el, stateName, state) {
	var hasBlur = indexOf(el.currentStates, stateName) >= 0;
	var currentOpacity = el.style.opacity;
	var fromState = !hasBlur ? getFromStateStyle(el, ["opacity"], stateName, { opacity: 1 }) : null;
	state = state || {};
	var blurStyle = state.style || {};
	if (blurStyle.opacity == null) {
		state = extend({}, state);
		blurStyle = extend({ opacity: hasBlur ? currentOpacity : fromState.opacity * .1 }, blurStyle);
		state.style = blurStyle;
	}
	return state;
}
function elementStateProxy(stateName, targetStates) {
	var state = this.states[stateName];
	if (this.style) {
		if (stateName === "emphasis") return createEmphasisDefaultState(this, stateName, targetStates, state);
		else if (stateName === "blur") return createBlurDefaultState(this, stateName, state);
		else if (stateName === "select") return createSelectDefaultState(this, stateName, state);
	}
	return state;
}
/**
* Set hover style (namely "emphasis style") of element.
* @param el Should not be `zrender/graphic/Group`.
* @param focus 'self' | 'selfInSeries' | 'series'
*/
function setDefaultStateProxy(el) {
	el.stateProxy = elementStateProxy;
	var textContent = el.getTextContent();
	var textGuide = el.getTextGuideLine();
	if (textContent) textContent.stateProxy = elementStateProxy;
	if (textGuide) textGuide.stateProxy = elementStateProxy;
}
function enterEmphasisWhenMouseOver(el, e) {
	!shouldSilent(el, e) && !el.__highByOuter && traverseUpdateState(el, singleEnterEmphasis);
}
function leaveEmphasisWhenMouseOut(el, e) {
	!shouldSilent(el, e) && !el.__highByOuter && traverseUpdateState(el, singleLeaveEmphasis);
}
function enterEmphasis(el, highlightDigit) {
	el.__highByOuter |= 1 << (highlightDigit || 0);
	traverseUpdateState(el, singleEnterEmphasis);
}
function leaveEmphasis(el, highlightDigit) {
	!(el.__highByOuter &= ~(1 << (highlightDigit || 0))) && traverseUpdateState(el, singleLeaveEmphasis);
}
function enterBlur(el) {
	traverseUpdateState(el, singleEnterBlur);
}
function leaveBlur(el) {
	traverseUpdateState(el, singleLeaveBlur);
}
function enterSelect(el) {
	traverseUpdateState(el, singleEnterSelect);
}
function leaveSelect(el) {
	traverseUpdateState(el, singleLeaveSelect);
}
function shouldSilent(el, e) {
	return el.__highDownSilentOnTouch && e.zrByTouch;
}
function allLeaveBlur(api) {
	var model = api.getModel();
	var leaveBlurredSeries = [];
	var allComponentViews = [];
	model.eachComponent(function(componentType, componentModel) {
		var componentStates = getComponentStates(componentModel);
		var view = getViewOfComponentOrSeries(api, componentModel);
		var isSeries = componentType === "series";
		!isSeries && allComponentViews.push(view);
		if (componentStates.isBlured) {
			view.group.traverse(function(child) {
				singleLeaveBlur(child);
			});
			isSeries && leaveBlurredSeries.push(componentModel);
		}
		componentStates.isBlured = false;
	});
	each$3(allComponentViews, function(view) {
		if (view && view.toggleBlurSeries) view.toggleBlurSeries(leaveBlurredSeries, false, model);
	});
}
function blurSeries(targetSeriesIndex, focus, blurScope, api) {
	var ecModel = api.getModel();
	blurScope = blurScope || "coordinateSystem";
	function leaveBlurOfIndices(data, dataIndices) {
		for (var i = 0; i < dataIndices.length; i++) {
			var itemEl = data.getItemGraphicEl(dataIndices[i]);
			itemEl && leaveBlur(itemEl);
		}
	}
	if (targetSeriesIndex == null) return;
	if (!focus || focus === "none") return;
	var targetSeriesModel = ecModel.getSeriesByIndex(targetSeriesIndex);
	var targetCoordSys = targetSeriesModel.coordinateSystem;
	if (targetCoordSys && targetCoordSys.master) targetCoordSys = targetCoordSys.master;
	var blurredSeries = [];
	ecModel.eachSeries(function(seriesModel) {
		var sameSeries = targetSeriesModel === seriesModel;
		var coordSys = seriesModel.coordinateSystem;
		if (coordSys && coordSys.master) coordSys = coordSys.master;
		if (!(blurScope === "series" && !sameSeries || blurScope === "coordinateSystem" && !(coordSys && targetCoordSys ? coordSys === targetCoordSys : sameSeries) || focus === "series" && sameSeries)) {
			api.getViewOfSeriesModel(seriesModel).group.traverse(function(child) {
				if (child.__highByOuter && sameSeries && focus === "self") return;
				singleEnterBlur(child);
			});
			if (isArrayLike(focus)) leaveBlurOfIndices(seriesModel.getData(), focus);
			else if (isObject$2(focus)) {
				var dataTypes = keys(focus);
				for (var d = 0; d < dataTypes.length; d++) leaveBlurOfIndices(seriesModel.getData(dataTypes[d]), focus[dataTypes[d]]);
			}
			blurredSeries.push(seriesModel);
			getComponentStates(seriesModel).isBlured = true;
		}
	});
	ecModel.eachComponent(function(componentType, componentModel) {
		if (componentType === "series") return;
		var view = api.getViewOfComponentModel(componentModel);
		if (view && view.toggleBlurSeries) view.toggleBlurSeries(blurredSeries, true, ecModel);
	});
}
function blurComponent(componentMainType, componentIndex, api) {
	if (componentMainType == null || componentIndex == null) return;
	var componentModel = api.getModel().getComponent(componentMainType, componentIndex);
	if (!componentModel) return;
	getComponentStates(componentModel).isBlured = true;
	var view = api.getViewOfComponentModel(componentModel);
	if (!view || !view.focusBlurEnabled) return;
	view.group.traverse(function(child) {
		singleEnterBlur(child);
	});
}
function blurSeriesFromHighlightPayload(seriesModel, payload, api) {
	var seriesIndex = seriesModel.seriesIndex;
	var data = seriesModel.getData(payload.dataType);
	if (!data) {
		if (process.env.NODE_ENV !== "production") error("Unknown dataType " + payload.dataType);
		return;
	}
	var dataIndex = queryDataIndex(data, payload);
	dataIndex = (isArray(dataIndex) ? dataIndex[0] : dataIndex) || 0;
	var el = data.getItemGraphicEl(dataIndex);
	if (!el) {
		var count = data.count();
		var current = 0;
		while (!el && current < count) el = data.getItemGraphicEl(current++);
	}
	if (el) {
		var ecData = getECData(el);
		blurSeries(seriesIndex, ecData.focus, ecData.blurScope, api);
	} else {
		var focus_1 = seriesModel.get(["emphasis", "focus"]);
		var blurScope = seriesModel.get(["emphasis", "blurScope"]);
		if (focus_1 != null) blurSeries(seriesIndex, focus_1, blurScope, api);
	}
}
function findComponentHighDownDispatchers(componentMainType, componentIndex, name, api) {
	var ret = {
		focusSelf: false,
		dispatchers: null
	};
	if (componentMainType == null || componentMainType === "series" || componentIndex == null || name == null) return ret;
	var componentModel = api.getModel().getComponent(componentMainType, componentIndex);
	if (!componentModel) return ret;
	var view = api.getViewOfComponentModel(componentModel);
	if (!view || !view.findHighDownDispatchers) return ret;
	var dispatchers = view.findHighDownDispatchers(name);
	var focusSelf;
	for (var i = 0; i < dispatchers.length; i++) {
		if (process.env.NODE_ENV !== "production" && !isHighDownDispatcher(dispatchers[i])) error("param should be highDownDispatcher");
		if (getECData(dispatchers[i]).focus === "self") {
			focusSelf = true;
			break;
		}
	}
	return {
		focusSelf,
		dispatchers
	};
}
function handleGlobalMouseOverForHighDown(dispatcher, e, api) {
	if (process.env.NODE_ENV !== "production" && !isHighDownDispatcher(dispatcher)) error("param should be highDownDispatcher");
	var ecData = getECData(dispatcher);
	var _a = findComponentHighDownDispatchers(ecData.componentMainType, ecData.componentIndex, ecData.componentHighDownName, api);
	var dispatchers = _a.dispatchers;
	var focusSelf = _a.focusSelf;
	if (dispatchers) {
		if (focusSelf) blurComponent(ecData.componentMainType, ecData.componentIndex, api);
		each$3(dispatchers, function(dispatcher) {
			return enterEmphasisWhenMouseOver(dispatcher, e);
		});
	} else {
		blurSeries(ecData.seriesIndex, ecData.focus, ecData.blurScope, api);
		if (ecData.focus === "self") blurComponent(ecData.componentMainType, ecData.componentIndex, api);
		enterEmphasisWhenMouseOver(dispatcher, e);
	}
}
function handleGlobalMouseOutForHighDown(dispatcher, e, api) {
	if (process.env.NODE_ENV !== "production" && !isHighDownDispatcher(dispatcher)) error("param should be highDownDispatcher");
	allLeaveBlur(api);
	var ecData = getECData(dispatcher);
	var dispatchers = findComponentHighDownDispatchers(ecData.componentMainType, ecData.componentIndex, ecData.componentHighDownName, api).dispatchers;
	if (dispatchers) each$3(dispatchers, function(dispatcher) {
		return leaveEmphasisWhenMouseOut(dispatcher, e);
	});
	else leaveEmphasisWhenMouseOut(dispatcher, e);
}
function toggleSelectionFromPayload(seriesModel, payload, api) {
	if (!isSelectChangePayload(payload)) return;
	var dataType = payload.dataType;
	var data = seriesModel.getData(dataType);
	var dataIndex = queryDataIndex(data, payload);
	if (!isArray(dataIndex)) dataIndex = [dataIndex];
	seriesModel[payload.type === "toggleSelect" ? "toggleSelect" : payload.type === "select" ? "select" : "unselect"](dataIndex, dataType);
}
function updateSeriesElementSelection(seriesModel) {
	var allData = seriesModel.getAllData();
	each$3(allData, function(_a) {
		var data = _a.data;
		var type = _a.type;
		data.eachItemGraphicEl(function(el, idx) {
			seriesModel.isSelected(idx, type) ? enterSelect(el) : leaveSelect(el);
		});
	});
}
function getAllSelectedIndices(ecModel) {
	var ret = [];
	ecModel.eachSeries(function(seriesModel) {
		var allData = seriesModel.getAllData();
		each$3(allData, function(_a) {
			_a.data;
			var type = _a.type;
			var dataIndices = seriesModel.getSelectedDataIndices();
			if (dataIndices.length > 0) {
				var item = {
					dataIndex: dataIndices,
					seriesIndex: seriesModel.seriesIndex
				};
				if (type != null) item.dataType = type;
				ret.push(item);
			}
		});
	});
	return ret;
}
/**
* Enable the function that mouseover will trigger the emphasis state.
*
* NOTE:
* This function should be used on the element with dataIndex, seriesIndex.
*
*/
function enableHoverEmphasis(el, focus, blurScope) {
	setAsHighDownDispatcher(el, true);
	traverseUpdateState(el, setDefaultStateProxy);
	enableHoverFocus(el, focus, blurScope);
}
function disableHoverEmphasis(el) {
	setAsHighDownDispatcher(el, false);
}
function toggleHoverEmphasis(el, focus, blurScope, isDisabled) {
	isDisabled ? disableHoverEmphasis(el) : enableHoverEmphasis(el, focus, blurScope);
}
function enableHoverFocus(el, focus, blurScope) {
	var ecData = getECData(el);
	if (focus != null) {
		ecData.focus = focus;
		ecData.blurScope = blurScope;
	} else if (ecData.focus) ecData.focus = null;
}
var OTHER_STATES = [
	"emphasis",
	"blur",
	"select"
];
var defaultStyleGetterMap = {
	itemStyle: "getItemStyle",
	lineStyle: "getLineStyle",
	areaStyle: "getAreaStyle"
};
/**
* Set emphasis/blur/selected states of element.
*/
function setStatesStylesFromModel(el, itemModel, styleType, getter) {
	styleType = styleType || "itemStyle";
	for (var i = 0; i < OTHER_STATES.length; i++) {
		var stateName = OTHER_STATES[i];
		var model = itemModel.getModel([stateName, styleType]);
		var state = el.ensureState(stateName);
		state.style = getter ? getter(model) : model[defaultStyleGetterMap[styleType]]();
	}
}
/**
*
* Set element as highlight / downplay dispatcher.
* It will be checked when element received mouseover event or from highlight action.
* It's in change of all highlight/downplay behavior of it's children.
*
* @param el
* @param el.highDownSilentOnTouch
*        In touch device, mouseover event will be trigger on touchstart event
*        (see module:zrender/dom/HandlerProxy). By this mechanism, we can
*        conveniently use hoverStyle when tap on touch screen without additional
*        code for compatibility.
*        But if the chart/component has select feature, which usually also use
*        hoverStyle, there might be conflict between 'select-highlight' and
*        'hover-highlight' especially when roam is enabled (see geo for example).
*        In this case, `highDownSilentOnTouch` should be used to disable
*        hover-highlight on touch device.
* @param asDispatcher If `false`, do not set as "highDownDispatcher".
*/
function setAsHighDownDispatcher(el, asDispatcher) {
	var disable = asDispatcher === false;
	var extendedEl = el;
	if (el.highDownSilentOnTouch) extendedEl.__highDownSilentOnTouch = el.highDownSilentOnTouch;
	if (!disable || extendedEl.__highDownDispatcher) {
		extendedEl.__highByOuter = extendedEl.__highByOuter || 0;
		extendedEl.__highDownDispatcher = !disable;
	}
}
function isHighDownDispatcher(el) {
	return !!(el && el.__highDownDispatcher);
}
/**
* Support highlight/downplay record on each elements.
* For the case: hover highlight/downplay (legend, visualMap, ...) and
* user triggered highlight/downplay should not conflict.
* Only all of the highlightDigit cleared, return to normal.
* @param {string} highlightKey
* @return {number} highlightDigit
*/
function getHighlightDigit(highlightKey) {
	var highlightDigit = _highlightKeyMap[highlightKey];
	if (highlightDigit == null && _highlightNextDigit <= 32) highlightDigit = _highlightKeyMap[highlightKey] = _highlightNextDigit++;
	return highlightDigit;
}
function isSelectChangePayload(payload) {
	var payloadType = payload.type;
	return payloadType === "select" || payloadType === "unselect" || payloadType === "toggleSelect";
}
function isHighDownPayload(payload) {
	var payloadType = payload.type;
	return payloadType === "highlight" || payloadType === "downplay";
}
function savePathStates(el) {
	var store = getSavedStates(el);
	store.normalFill = el.style.fill;
	store.normalStroke = el.style.stroke;
	var selectState = el.states.select || {};
	store.selectFill = selectState.style && selectState.style.fill || null;
	store.selectStroke = selectState.style && selectState.style.stroke || null;
}

// node_modules/echarts/lib/animation/basicTransition.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var transitionStore = makeInner();
/**
* Return null if animation is disabled.
*/
function getAnimationConfig(animationType, animatableModel, dataIndex, extraOpts, extraDelayParams) {
	var animationPayload;
	if (animatableModel && animatableModel.ecModel) {
		var updatePayload = animatableModel.ecModel.getUpdatePayload();
		animationPayload = updatePayload && updatePayload.animation;
	}
	var animationEnabled = animatableModel && animatableModel.isAnimationEnabled();
	var isUpdate = animationType === "update";
	if (animationEnabled) {
		var duration = void 0;
		var easing = void 0;
		var delay = void 0;
		if (extraOpts) {
			duration = retrieve2(extraOpts.duration, 200);
			easing = retrieve2(extraOpts.easing, "cubicOut");
			delay = 0;
		} else {
			duration = animatableModel.getShallow(isUpdate ? "animationDurationUpdate" : "animationDuration");
			easing = animatableModel.getShallow(isUpdate ? "animationEasingUpdate" : "animationEasing");
			delay = animatableModel.getShallow(isUpdate ? "animationDelayUpdate" : "animationDelay");
		}
		if (animationPayload) {
			animationPayload.duration != null && (duration = animationPayload.duration);
			animationPayload.easing != null && (easing = animationPayload.easing);
			animationPayload.delay != null && (delay = animationPayload.delay);
		}
		if (isFunction(delay)) delay = delay(dataIndex, extraDelayParams);
		if (isFunction(duration)) duration = duration(dataIndex);
		return {
			duration: duration || 0,
			delay,
			easing
		};
	} else return null;
}
function animateOrSetProps(animationType, el, props, animatableModel, dataIndex, cb, during) {
	var isFrom = false;
	var removeOpt;
	if (isFunction(dataIndex)) {
		during = cb;
		cb = dataIndex;
		dataIndex = null;
	} else if (isObject$2(dataIndex)) {
		cb = dataIndex.cb;
		during = dataIndex.during;
		isFrom = dataIndex.isFrom;
		removeOpt = dataIndex.removeOpt;
		dataIndex = dataIndex.dataIndex;
	}
	var isRemove = animationType === "leave";
	if (!isRemove) el.stopAnimation("leave");
	var animationConfig = getAnimationConfig(animationType, animatableModel, dataIndex, isRemove ? removeOpt || {} : null, animatableModel && animatableModel.getAnimationDelayParams ? animatableModel.getAnimationDelayParams(el, dataIndex) : null);
	if (animationConfig && animationConfig.duration > 0) {
		var duration = animationConfig.duration;
		var animationDelay = animationConfig.delay;
		var animationEasing = animationConfig.easing;
		var animateConfig = {
			duration,
			delay: animationDelay || 0,
			easing: animationEasing,
			done: cb,
			force: !!cb || !!during,
			setToFinal: !isRemove,
			scope: animationType,
			during
		};
		isFrom ? el.animateFrom(props, animateConfig) : el.animateTo(props, animateConfig);
	} else {
		el.stopAnimation();
		!isFrom && el.attr(props);
		during && during(1);
		cb && cb();
	}
}
/**
* Update graphic element properties with or without animation according to the
* configuration in series.
*
* Caution: this method will stop previous animation.
* So do not use this method to one element twice before
* animation starts, unless you know what you are doing.
* @example
*     graphic.updateProps(el, {
*         position: [100, 100]
*     }, seriesModel, dataIndex, function () { console.log('Animation done!'); });
*     // Or
*     graphic.updateProps(el, {
*         position: [100, 100]
*     }, seriesModel, function () { console.log('Animation done!'); });
*/
function updateProps$1(el, props, animatableModel, dataIndex, cb, during) {
	animateOrSetProps("update", el, props, animatableModel, dataIndex, cb, during);
}
__name(updateProps$1, "updateProps");
/**
* Init graphic element properties with or without animation according to the
* configuration in series.
*
* Caution: this method will stop previous animation.
* So do not use this method to one element twice before
* animation starts, unless you know what you are doing.
*/
function initProps(el, props, animatableModel, dataIndex, cb, during) {
	animateOrSetProps("enter", el, props, animatableModel, dataIndex, cb, during);
}
/**
* If element is removed.
* It can determine if element is having remove animation.
*/
function isElementRemoved(el) {
	if (!el.__zr) return true;
	for (var i = 0; i < el.animators.length; i++) if (el.animators[i].scope === "leave") return true;
	return false;
}
/**
* Remove graphic element
*/
function removeElement(el, props, animatableModel, dataIndex, cb, during) {
	if (isElementRemoved(el)) return;
	animateOrSetProps("leave", el, props, animatableModel, dataIndex, cb, during);
}
function fadeOutDisplayable(el, animatableModel, dataIndex, done) {
	el.removeTextContent();
	el.removeTextGuideLine();
	removeElement(el, { style: { opacity: 0 } }, animatableModel, dataIndex, done);
}
function removeElementWithFadeOut(el, animatableModel, dataIndex) {
	function doRemove() {
		el.parent && el.parent.remove(el);
	}
	if (!el.isGroup) fadeOutDisplayable(el, animatableModel, dataIndex, doRemove);
	else el.traverse(function(disp) {
		if (!disp.isGroup) fadeOutDisplayable(disp, animatableModel, dataIndex, doRemove);
	});
}
/**
* Save old style for style transition in universalTransition module.
* It's used when element will be reused in each render.
* For chart like map, heatmap, which will always create new element.
* We don't need to save this because universalTransition can get old style from the old element
*/
function saveOldStyle(el) {
	transitionStore(el).oldStyle = el.style;
}

// node_modules/echarts/lib/util/graphic.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var graphic_exports = /* @__PURE__ */ __exportAll({
	Arc: () => Arc,
	BezierCurve: () => BezierCurve,
	BoundingRect: () => BoundingRect,
	Circle: () => Circle,
	CompoundPath: () => CompoundPath,
	Ellipse: () => Ellipse,
	Group: () => Group,
	HOVER_LAYER_FOR_INCREMENTAL: () => 2,
	HOVER_LAYER_FROM_THRESHOLD: () => 1,
	HOVER_LAYER_NO: () => 0,
	Image: () => ZRImage,
	IncrementalDisplayable: () => IncrementalDisplayable,
	Line: () => Line$1,
	LinearGradient: () => LinearGradient,
	OrientedBoundingRect: () => OrientedBoundingRect,
	Path: () => Path,
	Point: () => Point,
	Polygon: () => Polygon,
	Polyline: () => Polyline,
	RadialGradient: () => RadialGradient,
	Rect: () => Rect,
	Ring: () => Ring,
	Sector: () => Sector,
	Text: () => ZRText,
	WH: () => WH,
	XY: () => XY,
	applyTransform: () => applyTransform,
	calcZ2Range: () => calcZ2Range,
	clipPointsByRect: () => clipPointsByRect,
	clipRectByRect: () => clipRectByRect,
	createIcon: () => createIcon,
	decomposeTransform: () => decomposeTransform,
	ensureCopyRect: () => ensureCopyRect,
	ensureCopyTransform: () => ensureCopyTransform,
	expandOrShrinkRect: () => expandOrShrinkRect,
	extendPath: () => extendPath,
	extendShape: () => extendShape,
	getCurrentCanvasPainter: () => getCurrentCanvasPainter,
	getShapeClass: () => getShapeClass,
	getTransform: () => getTransform,
	groupTransition: () => groupTransition,
	initProps: () => initProps,
	isBoundingRectAxisAligned: () => isBoundingRectAxisAligned,
	isElementRemoved: () => isElementRemoved,
	lineLineIntersect: () => lineLineIntersect,
	linePolygonIntersect: () => linePolygonIntersect,
	makeImage: () => makeImage,
	makePath: () => makePath,
	mergePath: () => mergePath,
	payloadDisableAnimation: () => payloadDisableAnimation,
	registerShape: () => registerShape,
	removeElement: () => removeElement,
	removeElementWithFadeOut: () => removeElementWithFadeOut,
	resizePath: () => resizePath,
	retrieveZInfo: () => retrieveZInfo,
	setTooltipConfig: () => setTooltipConfig,
	subPixelOptimize: () => subPixelOptimize,
	subPixelOptimizeLine: () => subPixelOptimizeLine,
	subPixelOptimizeRect: () => subPixelOptimizeRect,
	transformDirection: () => transformDirection,
	traverseElements: () => traverseElements,
	traverseUpdateZ: () => traverseUpdateZ,
	updateProps: () => updateProps$1
});
var _customShapeMap = {};
var XY = ["x", "y"];
var WH = ["width", "height"];
/**
* NOTICE: Only canvas renderer can set these hoverLayer flags.
* @see ElementCommonState['hoverLayer']
*/
var HOVER_LAYER_NO = 0;
var HOVER_LAYER_FROM_THRESHOLD = 1;
var HOVER_LAYER_FOR_INCREMENTAL = 2;
/**
* Extend shape with parameters
*/
function extendShape(opts) {
	return Path.extend(opts);
}
var extendPathFromString = extendFromString;
/**
* Extend path
*/
function extendPath(pathData, opts) {
	return extendPathFromString(pathData, opts);
}
/**
* Register a user defined shape.
* The shape class can be fetched by `getShapeClass`
* This method will overwrite the registered shapes, including
* the registered built-in shapes, if using the same `name`.
* The shape can be used in `custom series` and
* `graphic component` by declaring `{type: name}`.
*
* @param name
* @param ShapeClass Can be generated by `extendShape`.
*/
function registerShape(name, ShapeClass) {
	_customShapeMap[name] = ShapeClass;
}
/**
* Find shape class registered by `registerShape`. Usually used in
* fetching user defined shape.
*
* [Caution]:
* (1) This method **MUST NOT be used inside echarts !!!**, unless it is prepared
* to use user registered shapes.
* Because the built-in shape (see `getBuiltInShape`) will be registered by
* `registerShape` by default. That enables users to get both built-in
* shapes as well as the shapes belonging to themsleves. But users can overwrite
* the built-in shapes by using names like 'circle', 'rect' via calling
* `registerShape`. So the echarts inner featrues should not fetch shapes from here
* in case that it is overwritten by users, except that some features, like
* `custom series`, `graphic component`, do it deliberately.
*
* (2) In the features like `custom series`, `graphic component`, the user input
* `{tpye: 'xxx'}` does not only specify shapes but also specify other graphic
* elements like `'group'`, `'text'`, `'image'` or event `'path'`. Those names
* are reserved names, that is, if some user registers a shape named `'image'`,
* the shape will not be used. If we intending to add some more reserved names
* in feature, that might bring break changes (disable some existing user shape
* names). But that case probably rarely happens. So we don't make more mechanism
* to resolve this issue here.
*
* @param name
* @return The shape class. If not found, return nothing.
*/
function getShapeClass(name) {
	if (_customShapeMap.hasOwnProperty(name)) return _customShapeMap[name];
}
/**
* Create a path element from path data string
* @param pathData
* @param opts
* @param rect
* @param layout 'center' or 'cover' default to be cover
*/
function makePath(pathData, opts, rect, layout) {
	var path = createFromString(pathData, opts);
	if (rect) {
		if (layout === "center") rect = centerGraphic(rect, path.getBoundingRect());
		resizePath(path, rect);
	}
	return path;
}
/**
* Create a image element from image url
* @param imageUrl image url
* @param opts options
* @param rect constrain rect
* @param layout 'center' or 'cover'. Default to be 'cover'
*/
function makeImage(imageUrl, rect, layout) {
	var zrImg = new ZRImage({
		style: {
			image: imageUrl,
			x: rect.x,
			y: rect.y,
			width: rect.width,
			height: rect.height
		},
		onload: function(img) {
			if (layout === "center") {
				var boundingRect = {
					width: img.width,
					height: img.height
				};
				zrImg.setStyle(centerGraphic(rect, boundingRect));
			}
		}
	});
	return zrImg;
}
/**
* Get position of centered element in bounding box.
*
* @param  rect         element local bounding box
* @param  boundingRect constraint bounding box
* @return element position containing x, y, width, and height
*/
function centerGraphic(rect, boundingRect) {
	var aspect = boundingRect.width / boundingRect.height;
	var width = rect.height * aspect;
	var height;
	if (width <= rect.width) height = rect.height;
	else {
		width = rect.width;
		height = width / aspect;
	}
	var cx = rect.x + rect.width / 2;
	var cy = rect.y + rect.height / 2;
	return {
		x: cx - width / 2,
		y: cy - height / 2,
		width,
		height
	};
}
var mergePath = mergePath$1;
/**
* Resize a path to fit the rect
* @param path
* @param rect
*/
function resizePath(path, rect) {
	if (!path.applyTransform) return;
	var m = path.getBoundingRect().calculateTransform(rect);
	path.applyTransform(m);
}
/**
* Sub pixel optimize line for canvas
*/
function subPixelOptimizeLine(shape, lineWidth) {
	subPixelOptimizeLine$1(shape, shape, { lineWidth });
	return shape;
}
/**
* Sub pixel optimize rect for canvas
*/
function subPixelOptimizeRect(shape, style) {
	subPixelOptimizeRect$1(shape, shape, style);
	return shape;
}
/**
* Sub pixel optimize for canvas
*
* @param position Coordinate, such as x, y
* @param lineWidth Should be nonnegative integer.
* @param positiveOrNegative Default false (negative).
* @return Optimized position.
*/
var subPixelOptimize = subPixelOptimize$1;
/**
* Get transform matrix of target (param target),
* in coordinate of its ancestor (param ancestor)
*
* @param target
* @param [ancestor]
*/
function getTransform(target, ancestor) {
	var mat = identity([]);
	while (target && target !== ancestor) {
		mul(mat, target.getLocalTransform(), mat);
		target = target.parent;
	}
	return mat;
}
/**
* Apply transform to an vertex.
* @param target [x, y]
* @param transform Can be:
*      + Transform matrix: like [1, 0, 0, 1, 0, 0]
*      + {position, rotation, scale}, the same as `zrender/Transformable`.
* @param invert Whether use invert matrix.
* @return [x, y]
*/
function applyTransform(target, transform, invert$1) {
	if (transform && !isArrayLike(transform)) transform = Transformable.getLocalTransform(transform);
	if (invert$1) transform = invert([], transform);
	return applyTransform$1([], target, transform);
}
/**
* @param direction 'left' 'right' 'top' 'bottom'
* @param transform Transform matrix: like [1, 0, 0, 1, 0, 0]
* @param invert Whether use invert matrix.
* @return Transformed direction. 'left' 'right' 'top' 'bottom'
*/
function transformDirection(direction, transform, invert) {
	var hBase = transform[4] === 0 || transform[5] === 0 || transform[0] === 0 ? 1 : mathAbs(2 * transform[4] / transform[0]);
	var vBase = transform[4] === 0 || transform[5] === 0 || transform[2] === 0 ? 1 : mathAbs(2 * transform[4] / transform[2]);
	var vertex = [direction === "left" ? -hBase : direction === "right" ? hBase : 0, direction === "top" ? -vBase : direction === "bottom" ? vBase : 0];
	vertex = applyTransform(vertex, transform, invert);
	return mathAbs(vertex[0]) > mathAbs(vertex[1]) ? vertex[0] > 0 ? "right" : "left" : vertex[1] > 0 ? "bottom" : "top";
}
function isNotGroup(el) {
	return !el.isGroup;
}
function isPath(el) {
	return el.shape != null;
}
/**
* Apply group transition animation from g1 to g2.
* If no animatableModel, no animation.
*/
function groupTransition(g1, g2, animatableModel) {
	if (!g1 || !g2) return;
	function getElMap(g) {
		var elMap = {};
		g.traverse(function(el) {
			if (isNotGroup(el) && el.anid) elMap[el.anid] = el;
		});
		return elMap;
	}
	function getAnimatableProps(el) {
		var obj = {
			x: el.x,
			y: el.y,
			rotation: el.rotation
		};
		if (isPath(el)) obj.shape = clone$1(el.shape);
		return obj;
	}
	var elMap1 = getElMap(g1);
	g2.traverse(function(el) {
		if (isNotGroup(el) && el.anid) {
			var oldEl = elMap1[el.anid];
			if (oldEl) {
				var newProp = getAnimatableProps(el);
				el.attr(getAnimatableProps(oldEl));
				updateProps$1(el, newProp, animatableModel, getECData(el).dataIndex);
			}
		}
	});
}
function clipPointsByRect(points, rect) {
	return map$1(points, function(point) {
		var x = point[0];
		x = mathMax$1(x, rect.x);
		x = mathMin$1(x, rect.x + rect.width);
		var y = point[1];
		y = mathMax$1(y, rect.y);
		y = mathMin$1(y, rect.y + rect.height);
		return [x, y];
	});
}
/**
* Return a new clipped rect. If rect size are negative, return undefined.
*/
function clipRectByRect(targetRect, rect) {
	var x = mathMax$1(targetRect.x, rect.x);
	var x2 = mathMin$1(targetRect.x + targetRect.width, rect.x + rect.width);
	var y = mathMax$1(targetRect.y, rect.y);
	var y2 = mathMin$1(targetRect.y + targetRect.height, rect.y + rect.height);
	if (x2 >= x && y2 >= y) return {
		x,
		y,
		width: x2 - x,
		height: y2 - y
	};
}
function createIcon(iconStr, opt, rect) {
	var innerOpts = extend({ rectHover: true }, opt);
	var style = innerOpts.style = { strokeNoScale: true };
	rect = rect || {
		x: -1,
		y: -1,
		width: 2,
		height: 2
	};
	if (iconStr) return iconStr.indexOf("image://") === 0 ? (style.image = iconStr.slice(8), defaults(style, rect), new ZRImage(innerOpts)) : makePath(iconStr.replace("path://", ""), innerOpts, rect, "center");
}
/**
* Return `true` if the given line (line `a`) and the given polygon
* are intersect.
* Note that we do not count colinear as intersect here because no
* requirement for that. We could do that if required in future.
*/
function linePolygonIntersect(a1x, a1y, a2x, a2y, points) {
	for (var i = 0, p2 = points[points.length - 1]; i < points.length; i++) {
		var p = points[i];
		if (lineLineIntersect(a1x, a1y, a2x, a2y, p[0], p[1], p2[0], p2[1])) return true;
		p2 = p;
	}
}
/**
* Return `true` if the given two lines (line `a` and line `b`)
* are intersect.
* Note that we do not count colinear as intersect here because no
* requirement for that. We could do that if required in future.
*/
function lineLineIntersect(a1x, a1y, a2x, a2y, b1x, b1y, b2x, b2y) {
	var mx = a2x - a1x;
	var my = a2y - a1y;
	var nx = b2x - b1x;
	var ny = b2y - b1y;
	var nmCrossProduct = crossProduct2d(nx, ny, mx, my);
	if (nearZero(nmCrossProduct)) return false;
	var b1a1x = a1x - b1x;
	var b1a1y = a1y - b1y;
	var q = crossProduct2d(b1a1x, b1a1y, mx, my) / nmCrossProduct;
	if (q < 0 || q > 1) return false;
	var p = crossProduct2d(b1a1x, b1a1y, nx, ny) / nmCrossProduct;
	if (p < 0 || p > 1) return false;
	return true;
}
/**
* Cross product of 2-dimension vector.
*/
function crossProduct2d(x1, y1, x2, y2) {
	return x1 * y2 - x2 * y1;
}
function nearZero(val) {
	return val <= 1e-6 && val >= -1e-6;
}
/**
* NOTE:
*  A negative-width/height rect (due to negative margins) is not supported;
*  it will be clampped to zero width/height.
*  Although negative-width/height rects can be defined reasonably following the
*  similar sense in CSS, but they are rarely used, hard to understand and complicated.
*
* @param rect Assume its width/height >= 0 if existing.
*  x/y/width/height is allowed to be NaN,
*  for the case that only x/width or y/height is intended to be computed.
* @param delta
*  If be `number[]`, should be `[top, right, bottom, left]`,
*      which can be used in padding or margin case.
*      @see `normalizeCssArray` in `util/format.ts`
*  If be `number`, it means [delta, delta, delta, delta],
*      which can be used in lineWidth (borderWith) case,
*      [NOTICE]: commonly pass lineWidth / 2, following the convention that border is
*      half inside half outside of the rect.
* @param shrinkOrExpand
*  `true` - shrink if `delta[i]` is positive, commmonly used in `padding` case.
*  `false` - expand if `delta[i]` is positive, commmonly used in `margin` case. (default)
* @param noNegative
*  `true` - negative `delta[i]` will be clampped to 0.
*  `false` - No clamp to `delta`. (default).
* @return The input `rect`.
*/
function expandOrShrinkRect(rect, delta, shrinkOrExpand, noNegative, minSize) {
	if (delta == null) return rect;
	else if (isNumber(delta)) _tmpExpandRectDelta[0] = _tmpExpandRectDelta[1] = _tmpExpandRectDelta[2] = _tmpExpandRectDelta[3] = delta;
	else {
		if (process.env.NODE_ENV !== "production") assert(delta.length === 4);
		_tmpExpandRectDelta[0] = delta[0];
		_tmpExpandRectDelta[1] = delta[1];
		_tmpExpandRectDelta[2] = delta[2];
		_tmpExpandRectDelta[3] = delta[3];
	}
	if (noNegative) {
		_tmpExpandRectDelta[0] = mathMax$1(0, _tmpExpandRectDelta[0]);
		_tmpExpandRectDelta[1] = mathMax$1(0, _tmpExpandRectDelta[1]);
		_tmpExpandRectDelta[2] = mathMax$1(0, _tmpExpandRectDelta[2]);
		_tmpExpandRectDelta[3] = mathMax$1(0, _tmpExpandRectDelta[3]);
	}
	if (shrinkOrExpand) {
		_tmpExpandRectDelta[0] = -_tmpExpandRectDelta[0];
		_tmpExpandRectDelta[1] = -_tmpExpandRectDelta[1];
		_tmpExpandRectDelta[2] = -_tmpExpandRectDelta[2];
		_tmpExpandRectDelta[3] = -_tmpExpandRectDelta[3];
	}
	expandRectOnOneDimension(rect, _tmpExpandRectDelta, "x", "width", 3, 1, minSize && minSize[0] || 0);
	expandRectOnOneDimension(rect, _tmpExpandRectDelta, "y", "height", 0, 2, minSize && minSize[1] || 0);
	return rect;
}
var _tmpExpandRectDelta = [
	0,
	0,
	0,
	0
];
function expandRectOnOneDimension(rect, delta, xy, wh, ltIdx, rbIdx, minSize) {
	var deltaSum = delta[rbIdx] + delta[ltIdx];
	var oldSize = rect[wh];
	rect[wh] += deltaSum;
	minSize = mathMax$1(0, mathMin$1(minSize, oldSize));
	if (rect[wh] < minSize) {
		rect[wh] = minSize;
		rect[xy] += delta[ltIdx] >= 0 ? -delta[ltIdx] : delta[rbIdx] >= 0 ? oldSize + delta[rbIdx] : mathAbs(deltaSum) > 1e-8 ? (oldSize - minSize) * delta[ltIdx] / deltaSum : 0;
	} else rect[xy] -= delta[ltIdx];
}
function setTooltipConfig(opt) {
	var itemTooltipOption = opt.itemTooltipOption;
	var componentModel = opt.componentModel;
	var itemName = opt.itemName;
	var itemTooltipOptionObj = isString(itemTooltipOption) ? { formatter: itemTooltipOption } : itemTooltipOption;
	var mainType = componentModel.mainType;
	var componentIndex = componentModel.componentIndex;
	var formatterParams = {
		componentType: mainType,
		name: itemName,
		$vars: ["name"]
	};
	formatterParams[mainType + "Index"] = componentIndex;
	var formatterParamsExtra = opt.formatterParamsExtra;
	if (formatterParamsExtra) each$3(keys(formatterParamsExtra), function(key) {
		if (!hasOwn(formatterParams, key)) {
			formatterParams[key] = formatterParamsExtra[key];
			formatterParams.$vars.push(key);
		}
	});
	var ecData = getECData(opt.el);
	ecData.componentMainType = mainType;
	ecData.componentIndex = componentIndex;
	ecData.tooltipConfig = {
		name: itemName,
		option: defaults({
			content: itemName,
			encodeHTMLContent: true,
			formatterParams
		}, itemTooltipOptionObj)
	};
}
function traverseElement(el, cb) {
	var stopped;
	if (el.isGroup) stopped = cb(el);
	if (!stopped) el.traverse(cb);
}
function traverseElements(els, cb) {
	if (els) {
		if (isArray(els)) for (var i = 0; i < els.length; i++) traverseElement(els[i], cb);
		else traverseElement(els, cb);
	}
}
/**
* After a boundingRect applying a `transform`, whether to be still parallel screen X and Y.
*/
function isBoundingRectAxisAligned(transform) {
	return !transform || mathAbs(transform[1]) < AXIS_ALIGN_EPSILON && mathAbs(transform[2]) < AXIS_ALIGN_EPSILON || mathAbs(transform[0]) < AXIS_ALIGN_EPSILON && mathAbs(transform[3]) < AXIS_ALIGN_EPSILON;
}
var AXIS_ALIGN_EPSILON = 1e-5;
/**
* Create or copy to the existing bounding rect to avoid modifying `source`.
*
* @usage
*  out.rect = ensureCopyRect(out.rect, sourceRect);
*/
function ensureCopyRect(target, source) {
	return target ? BoundingRect.copy(target, source) : source.clone();
}
/**
* Create or copy to the existing transform to avoid modifying `source`.
*
* [CAUTION]: transform is `NullUndefined` if no transform, following convention of zrender,
*  and enable to bypass some unnecessary calculation, since in most cases there is no transform.
*
* @usage
*  out.transform = ensureCopyTransform(out.transform, sourceTransform);
*/
function ensureCopyTransform(target, source) {
	return source ? copy(target || create(), source) : void 0;
}
function retrieveZInfo(model) {
	return {
		z: model.get("z") || 0,
		zlevel: model.get("zlevel") || 0
	};
}
/**
* Assume all of the elements has the same `z` and `zlevel`.
*/
function calcZ2Range(el) {
	var max = -1e400;
	var min = 1e400;
	traverseElement(el, function(el) {
		visitEl(el);
		visitEl(el.getTextContent());
		visitEl(el.getTextGuideLine());
	});
	function visitEl(el) {
		if (!el || el.isGroup) return;
		var currentStates = el.currentStates;
		if (currentStates.length) for (var idx = 0; idx < currentStates.length; idx++) calcZ2(el.states[currentStates[idx]]);
		calcZ2(el);
	}
	function calcZ2(entity) {
		if (entity) {
			var z2 = entity.z2;
			if (z2 > max) max = z2;
			if (z2 < min) min = z2;
		}
	}
	if (min > max) min = max = 0;
	return {
		min,
		max
	};
}
function traverseUpdateZ(el, z, zlevel) {
	doUpdateZ(el, z, zlevel, -1e400);
}
function doUpdateZ(el, z, zlevel, maxZ2) {
	if (el.ignoreModelZ) return maxZ2;
	var label = el.getTextContent();
	var labelLine = el.getTextGuideLine();
	if (el.isGroup) {
		var children = el.childrenRef();
		for (var i = 0; i < children.length; i++) maxZ2 = mathMax$1(doUpdateZ(children[i], z, zlevel, maxZ2), maxZ2);
	} else {
		el.z = z;
		el.zlevel = zlevel;
		maxZ2 = mathMax$1(el.z2 || 0, maxZ2);
	}
	if (label) {
		label.z = z;
		label.zlevel = zlevel;
		isFinite(maxZ2) && (label.z2 = maxZ2 + 2);
	}
	if (labelLine) {
		var textGuideLineConfig = el.textGuideLineConfig;
		labelLine.z = z;
		labelLine.zlevel = zlevel;
		isFinite(maxZ2) && (labelLine.z2 = maxZ2 + (textGuideLineConfig && textGuideLineConfig.showAbove ? 1 : -1));
	}
	return maxZ2;
}
function payloadDisableAnimation(payload) {
	payload.animation = { duration: 0 };
	return payload;
}
/**
* Decompose an affine matrix to
* x/y/scaleX/scaleY/rotation/skewX/skewY
*/
function decomposeTransform(out, mt) {
	mt ? copy(tmpDTR.transform, mt) : identity(tmpDTR.transform);
	tmpDTR.decomposeTransform();
	copyTransform(out, tmpDTR);
	return out;
}
var tmpDTR = new Transformable();
tmpDTR.transform = create();
/**
* If not canvas painter, return null/undefined.
*/
function getCurrentCanvasPainter(api) {
	var painter = api.getZr().painter;
	return painter.getType() === "canvas" ? painter : null;
}
registerShape("circle", Circle);
registerShape("ellipse", Ellipse);
registerShape("sector", Sector);
registerShape("ring", Ring);
registerShape("polygon", Polygon);
registerShape("polyline", Polyline);
registerShape("rect", Rect);
registerShape("line", Line$1);
registerShape("bezierCurve", BezierCurve);
registerShape("arc", Arc);

// node_modules/echarts/lib/label/labelStyle.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var EMPTY_OBJ = {};
function setLabelText(label, labelTexts) {
	for (var i = 0; i < SPECIAL_STATES.length; i++) {
		var stateName = SPECIAL_STATES[i];
		var text = labelTexts[stateName];
		var state = label.ensureState(stateName);
		state.style = state.style || {};
		state.style.text = text;
	}
	var oldStates = label.currentStates.slice();
	label.clearStates(true);
	label.setStyle({ text: labelTexts.normal });
	label.useStates(oldStates, true);
}
function getLabelText(opt, stateModels, interpolatedValue) {
	var labelFetcher = opt.labelFetcher;
	var labelDataIndex = opt.labelDataIndex;
	var labelDimIndex = opt.labelDimIndex;
	var normalModel = stateModels.normal;
	var baseText;
	if (labelFetcher) baseText = labelFetcher.getFormattedLabel(labelDataIndex, "normal", null, labelDimIndex, normalModel && normalModel.get("formatter"), interpolatedValue != null ? { interpolatedValue } : null);
	if (baseText == null) baseText = isFunction(opt.defaultText) ? opt.defaultText(labelDataIndex, opt, interpolatedValue) : opt.defaultText;
	var statesText = { normal: baseText };
	for (var i = 0; i < SPECIAL_STATES.length; i++) {
		var stateName = SPECIAL_STATES[i];
		var stateModel = stateModels[stateName];
		statesText[stateName] = retrieve2(labelFetcher ? labelFetcher.getFormattedLabel(labelDataIndex, stateName, null, labelDimIndex, stateModel && stateModel.get("formatter")) : null, baseText);
	}
	return statesText;
}
function setLabelStyle(targetEl, labelStatesModels, opt, stateSpecified) {
	opt = opt || EMPTY_OBJ;
	var isSetOnText = targetEl instanceof ZRText;
	var needsCreateText = false;
	for (var i = 0; i < DISPLAY_STATES.length; i++) {
		var stateModel = labelStatesModels[DISPLAY_STATES[i]];
		if (stateModel && stateModel.getShallow("show")) {
			needsCreateText = true;
			break;
		}
	}
	var textContent = isSetOnText ? targetEl : targetEl.getTextContent();
	if (needsCreateText) {
		if (!isSetOnText) {
			if (!textContent) {
				textContent = new ZRText();
				targetEl.setTextContent(textContent);
			}
			if (targetEl.stateProxy) textContent.stateProxy = targetEl.stateProxy;
		}
		var labelStatesTexts = getLabelText(opt, labelStatesModels);
		var normalModel = labelStatesModels.normal;
		var showNormal = !!normalModel.getShallow("show");
		var normalStyle = createTextStyle(normalModel, stateSpecified && stateSpecified.normal, opt, false, !isSetOnText);
		normalStyle.text = labelStatesTexts.normal;
		if (!isSetOnText) targetEl.setTextConfig(createTextConfig(normalModel, opt, false));
		for (var i = 0; i < SPECIAL_STATES.length; i++) {
			var stateName = SPECIAL_STATES[i];
			var stateModel = labelStatesModels[stateName];
			if (stateModel) {
				var stateObj = textContent.ensureState(stateName);
				var stateShow = !!retrieve2(stateModel.getShallow("show"), showNormal);
				if (stateShow !== showNormal) stateObj.ignore = !stateShow;
				stateObj.style = createTextStyle(stateModel, stateSpecified && stateSpecified[stateName], opt, true, !isSetOnText);
				stateObj.style.text = labelStatesTexts[stateName];
				if (!isSetOnText) {
					var targetElEmphasisState = targetEl.ensureState(stateName);
					targetElEmphasisState.textConfig = createTextConfig(stateModel, opt, true);
				}
			}
		}
		textContent.silent = !!normalModel.getShallow("silent");
		if (textContent.style.x != null) normalStyle.x = textContent.style.x;
		if (textContent.style.y != null) normalStyle.y = textContent.style.y;
		textContent.ignore = !showNormal;
		textContent.useStyle(normalStyle);
		textContent.dirty();
		if (opt.enableTextSetter) labelInner(textContent).setLabelText = function(interpolatedValue) {
			var labelStatesTexts = getLabelText(opt, labelStatesModels, interpolatedValue);
			setLabelText(textContent, labelStatesTexts);
		};
	} else if (textContent) textContent.ignore = true;
	targetEl.dirty();
}
function getLabelStatesModels(itemModel, labelName) {
	labelName = labelName || "label";
	var statesModels = { normal: itemModel.getModel(labelName) };
	for (var i = 0; i < SPECIAL_STATES.length; i++) {
		var stateName = SPECIAL_STATES[i];
		statesModels[stateName] = itemModel.getModel([stateName, labelName]);
	}
	return statesModels;
}
/**
* Set basic textStyle properties.
*/
function createTextStyle(textStyleModel, specifiedTextStyle, opt, isNotNormal, isAttached) {
	var textStyle = {};
	setTextStyleCommon(textStyle, textStyleModel, opt, isNotNormal, isAttached);
	specifiedTextStyle && extend(textStyle, specifiedTextStyle);
	return textStyle;
}
function createTextConfig(textStyleModel, opt, isNotNormal) {
	opt = opt || {};
	var textConfig = {};
	var labelPosition;
	var labelRotate = textStyleModel.getShallow("rotate");
	var labelDistance = retrieve2(textStyleModel.getShallow("distance"), isNotNormal ? null : 5);
	var labelOffset = textStyleModel.getShallow("offset");
	labelPosition = textStyleModel.getShallow("position") || (isNotNormal ? null : "inside");
	labelPosition === "outside" && (labelPosition = opt.defaultOutsidePosition || "top");
	if (labelPosition != null) textConfig.position = labelPosition;
	if (labelOffset != null) textConfig.offset = labelOffset;
	if (labelRotate != null) {
		labelRotate *= Math.PI / 180;
		textConfig.rotation = labelRotate;
	}
	if (labelDistance != null) textConfig.distance = labelDistance;
	textConfig.outsideFill = textStyleModel.get("color") === "inherit" ? opt.inheritColor || null : "auto";
	if (opt.autoOverflowArea != null) textConfig.autoOverflowArea = opt.autoOverflowArea;
	if (opt.layoutRect != null) textConfig.layoutRect = opt.layoutRect;
	return textConfig;
}
/**
* The uniform entry of set text style, that is, retrieve style definitions
* from `model` and set to `textStyle` object.
*
* Never in merge mode, but in overwrite mode, that is, all of the text style
* properties will be set. (Consider the states of normal and emphasis and
* default value can be adopted, merge would make the logic too complicated
* to manage.)
*/
function setTextStyleCommon(textStyle, textStyleModel, opt, isNotNormal, isAttached) {
	opt = opt || EMPTY_OBJ;
	var ecModel = textStyleModel.ecModel;
	var globalTextStyle = ecModel && ecModel.option.textStyle;
	var richItemNames = getRichItemNames(textStyleModel);
	var richResult;
	if (richItemNames) {
		richResult = {};
		var richInheritPlainLabelOptionName = "richInheritPlainLabel";
		var richInheritPlainLabel = retrieve2(textStyleModel.get(richInheritPlainLabelOptionName), ecModel ? ecModel.get(richInheritPlainLabelOptionName) : void 0);
		for (var name_1 in richItemNames) if (richItemNames.hasOwnProperty(name_1)) {
			var richTextStyle = textStyleModel.getModel(["rich", name_1]);
			setTokenTextStyle(richResult[name_1] = {}, richTextStyle, globalTextStyle, textStyleModel, richInheritPlainLabel, opt, isNotNormal, isAttached, false, true);
		}
	}
	if (richResult) textStyle.rich = richResult;
	var overflow = textStyleModel.get("overflow");
	if (overflow) textStyle.overflow = overflow;
	var lineOverflow = textStyleModel.get("lineOverflow");
	if (lineOverflow) textStyle.lineOverflow = lineOverflow;
	var labelTextStyle = textStyle;
	var minMargin = textStyleModel.get("minMargin");
	if (minMargin != null) {
		minMargin = !isNumber(minMargin) ? 0 : minMargin / 2;
		labelTextStyle.margin = [
			minMargin,
			minMargin,
			minMargin,
			minMargin
		];
		labelTextStyle.__marginType = LabelMarginType.minMargin;
	} else {
		var textMargin = textStyleModel.get("textMargin");
		if (textMargin != null) {
			labelTextStyle.margin = normalizeCssArray$1(textMargin);
			labelTextStyle.__marginType = LabelMarginType.textMargin;
		}
	}
	setTokenTextStyle(textStyle, textStyleModel, globalTextStyle, null, null, opt, isNotNormal, isAttached, true, false);
}
function getRichItemNames(textStyleModel) {
	var richItemNameMap;
	while (textStyleModel && textStyleModel !== textStyleModel.ecModel) {
		var rich = (textStyleModel.option || EMPTY_OBJ).rich;
		if (rich) {
			richItemNameMap = richItemNameMap || {};
			var richKeys = keys(rich);
			for (var i = 0; i < richKeys.length; i++) {
				var richKey = richKeys[i];
				richItemNameMap[richKey] = 1;
			}
		}
		textStyleModel = textStyleModel.parentModel;
	}
	return richItemNameMap;
}
var TEXT_PROPS_WITH_GLOBAL = [
	"fontStyle",
	"fontWeight",
	"fontSize",
	"fontFamily",
	"textShadowColor",
	"textShadowBlur",
	"textShadowOffsetX",
	"textShadowOffsetY"
];
var TEXT_PROPS_SELF = [
	"align",
	"lineHeight",
	"width",
	"height",
	"tag",
	"verticalAlign",
	"ellipsis"
];
var TEXT_PROPS_BOX = [
	"padding",
	"borderWidth",
	"borderRadius",
	"borderDashOffset",
	"backgroundColor",
	"borderColor",
	"shadowColor",
	"shadowBlur",
	"shadowOffsetX",
	"shadowOffsetY"
];
function setTokenTextStyle(textStyle, textStyleModel, globalTextStyle, plainTextModel, richInheritPlainLabel, opt, isNotNormal, isAttached, isBlock, inRich) {
	globalTextStyle = !isNotNormal && globalTextStyle || EMPTY_OBJ;
	var inheritColor = opt && opt.inheritColor;
	var fillColor = textStyleModel.getShallow("color");
	var strokeColor = textStyleModel.getShallow("textBorderColor");
	var opacity = retrieve2(textStyleModel.getShallow("opacity"), globalTextStyle.opacity);
	if (fillColor === "inherit" || fillColor === "auto") {
		if (process.env.NODE_ENV !== "production") {
			if (fillColor === "auto") deprecateReplaceLog("color: 'auto'", "color: 'inherit'");
		}
		if (inheritColor) fillColor = inheritColor;
		else fillColor = null;
	}
	if (strokeColor === "inherit" || strokeColor === "auto") {
		if (process.env.NODE_ENV !== "production") {
			if (strokeColor === "auto") deprecateReplaceLog("color: 'auto'", "color: 'inherit'");
		}
		if (inheritColor) strokeColor = inheritColor;
		else strokeColor = null;
	}
	if (!isAttached) {
		fillColor = fillColor || globalTextStyle.color;
		strokeColor = strokeColor || globalTextStyle.textBorderColor;
	}
	if (fillColor != null) textStyle.fill = fillColor;
	if (strokeColor != null) textStyle.stroke = strokeColor;
	var textBorderWidth = retrieve2(textStyleModel.getShallow("textBorderWidth"), globalTextStyle.textBorderWidth);
	if (textBorderWidth != null) textStyle.lineWidth = textBorderWidth;
	var textBorderType = retrieve2(textStyleModel.getShallow("textBorderType"), globalTextStyle.textBorderType);
	if (textBorderType != null) textStyle.lineDash = textBorderType;
	var textBorderDashOffset = retrieve2(textStyleModel.getShallow("textBorderDashOffset"), globalTextStyle.textBorderDashOffset);
	if (textBorderDashOffset != null) textStyle.lineDashOffset = textBorderDashOffset;
	if (!isNotNormal && opacity == null && !inRich) opacity = opt && opt.defaultOpacity;
	if (opacity != null) textStyle.opacity = opacity;
	if (!isNotNormal && !isAttached) {
		if (textStyle.fill == null && opt.inheritColor) textStyle.fill = opt.inheritColor;
	}
	for (var i = 0; i < TEXT_PROPS_WITH_GLOBAL.length; i++) {
		var key = TEXT_PROPS_WITH_GLOBAL[i];
		var val = richInheritPlainLabel !== false && plainTextModel ? retrieve3(textStyleModel.getShallow(key), plainTextModel.getShallow(key), globalTextStyle[key]) : retrieve2(textStyleModel.getShallow(key), globalTextStyle[key]);
		if (val != null) textStyle[key] = val;
	}
	for (var i = 0; i < TEXT_PROPS_SELF.length; i++) {
		var key = TEXT_PROPS_SELF[i];
		var val = textStyleModel.getShallow(key);
		if (val != null) textStyle[key] = val;
	}
	if (textStyle.verticalAlign == null) {
		var baseline = textStyleModel.getShallow("baseline");
		if (baseline != null) textStyle.verticalAlign = baseline;
	}
	if (!isBlock || !opt.disableBox) {
		for (var i = 0; i < TEXT_PROPS_BOX.length; i++) {
			var key = TEXT_PROPS_BOX[i];
			var val = textStyleModel.getShallow(key);
			if (val != null) textStyle[key] = val;
		}
		var borderType = textStyleModel.getShallow("borderType");
		if (borderType != null) textStyle.borderDash = borderType;
		if ((textStyle.backgroundColor === "auto" || textStyle.backgroundColor === "inherit") && inheritColor) {
			if (process.env.NODE_ENV !== "production") {
				if (textStyle.backgroundColor === "auto") deprecateReplaceLog("backgroundColor: 'auto'", "backgroundColor: 'inherit'");
			}
			textStyle.backgroundColor = inheritColor;
		}
		if ((textStyle.borderColor === "auto" || textStyle.borderColor === "inherit") && inheritColor) {
			if (process.env.NODE_ENV !== "production") {
				if (textStyle.borderColor === "auto") deprecateReplaceLog("borderColor: 'auto'", "borderColor: 'inherit'");
			}
			textStyle.borderColor = inheritColor;
		}
	}
}
function getFont(opt, ecModel) {
	var gTextStyleModel = ecModel && ecModel.getModel("textStyle");
	return trim([
		opt.fontStyle || gTextStyleModel && gTextStyleModel.getShallow("fontStyle") || "",
		opt.fontWeight || gTextStyleModel && gTextStyleModel.getShallow("fontWeight") || "",
		(opt.fontSize || gTextStyleModel && gTextStyleModel.getShallow("fontSize") || 12) + "px",
		opt.fontFamily || gTextStyleModel && gTextStyleModel.getShallow("fontFamily") || "sans-serif"
	].join(" "));
}
var labelInner = makeInner();
/**
* PENDING: Temporary impl. unify them?
* @see {LabelCommonOption['textMargin']}
* @see {LabelCommonOption['minMargin']}
*/
var LabelMarginType = {
	minMargin: 1,
	textMargin: 2
};

// node_modules/echarts/lib/model/mixin/textStyle.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var PATH_COLOR = ["textStyle", "color"];
var textStyleParams = [
	"fontStyle",
	"fontWeight",
	"fontSize",
	"fontFamily",
	"padding",
	"lineHeight",
	"rich",
	"width",
	"height",
	"overflow"
];
var tmpText = new ZRText();
var TextStyleMixin = function() {
	function TextStyleMixin() {}
	/**
	* Get color property or get color from option.textStyle.color
	*/
	TextStyleMixin.prototype.getTextColor = function(isEmphasis) {
		var ecModel = this.ecModel;
		return this.getShallow("color") || (!isEmphasis && ecModel ? ecModel.get(PATH_COLOR) : null);
	};
	/**
	* Create font string from fontStyle, fontWeight, fontSize, fontFamily
	* @return {string}
	*/
	TextStyleMixin.prototype.getFont = function() {
		return getFont({
			fontStyle: this.getShallow("fontStyle"),
			fontWeight: this.getShallow("fontWeight"),
			fontSize: this.getShallow("fontSize"),
			fontFamily: this.getShallow("fontFamily")
		}, this.ecModel);
	};
	TextStyleMixin.prototype.getTextRect = function(text) {
		var style = {
			text,
			verticalAlign: this.getShallow("verticalAlign") || this.getShallow("baseline")
		};
		for (var i = 0; i < textStyleParams.length; i++) style[textStyleParams[i]] = this.getShallow(textStyleParams[i]);
		tmpText.useStyle(style);
		tmpText.update();
		return tmpText.getBoundingRect();
	};
	return TextStyleMixin;
}();

// node_modules/echarts/lib/model/mixin/lineStyle.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var LINE_STYLE_KEY_MAP = [
	["lineWidth", "width"],
	["stroke", "color"],
	["opacity"],
	["shadowBlur"],
	["shadowOffsetX"],
	["shadowOffsetY"],
	["shadowColor"],
	["lineDash", "type"],
	["lineDashOffset", "dashOffset"],
	["lineCap", "cap"],
	["lineJoin", "join"],
	["miterLimit"]
];
var getLineStyle = makeStyleMapper(LINE_STYLE_KEY_MAP);
var LineStyleMixin = function() {
	function LineStyleMixin() {}
	LineStyleMixin.prototype.getLineStyle = function(excludes) {
		return getLineStyle(this, excludes);
	};
	return LineStyleMixin;
}();

// node_modules/echarts/lib/model/mixin/itemStyle.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var ITEM_STYLE_KEY_MAP = [
	["fill", "color"],
	["stroke", "borderColor"],
	["lineWidth", "borderWidth"],
	["opacity"],
	["shadowBlur"],
	["shadowOffsetX"],
	["shadowOffsetY"],
	["shadowColor"],
	["lineDash", "borderType"],
	["lineDashOffset", "borderDashOffset"],
	["lineCap", "borderCap"],
	["lineJoin", "borderJoin"],
	["miterLimit", "borderMiterLimit"]
];
var getItemStyle = makeStyleMapper(ITEM_STYLE_KEY_MAP);
var ItemStyleMixin = function() {
	function ItemStyleMixin() {}
	ItemStyleMixin.prototype.getItemStyle = function(excludes, includes) {
		return getItemStyle(this, excludes, includes);
	};
	return ItemStyleMixin;
}();

// node_modules/echarts/lib/model/Model.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var Model = function() {
	function Model(option, parentModel, ecModel) {
		this.parentModel = parentModel;
		this.ecModel = ecModel;
		this.option = option;
	}
	Model.prototype.init = function(option, parentModel, ecModel) {
		var rest = [];
		for (var _i = 3; _i < arguments.length; _i++) rest[_i - 3] = arguments[_i];
	};
	/**
	* Merge the input option to me.
	*/
	Model.prototype.mergeOption = function(option, ecModel) {
		merge(this.option, option, true);
	};
	Model.prototype.get = function(path, ignoreParent) {
		if (path == null) return this.option;
		return this._doGet(this.parsePath(path), !ignoreParent && this.parentModel);
	};
	Model.prototype.getShallow = function(key, ignoreParent) {
		var option = this.option;
		var val = option == null ? option : option[key];
		if (val == null && !ignoreParent) {
			var parentModel = this.parentModel;
			if (parentModel) val = parentModel.getShallow(key);
		}
		return val;
	};
	Model.prototype.getModel = function(path, parentModel) {
		var hasPath = path != null;
		var pathFinal = hasPath ? this.parsePath(path) : null;
		var obj = hasPath ? this._doGet(pathFinal) : this.option;
		parentModel = parentModel || this.parentModel && this.parentModel.getModel(this.resolveParentPath(pathFinal));
		return new Model(obj, parentModel, this.ecModel);
	};
	/**
	* If model has option
	*/
	Model.prototype.isEmpty = function() {
		return this.option == null;
	};
	Model.prototype.restoreData = function() {};
	Model.prototype.clone = function() {
		var Ctor = this.constructor;
		return new Ctor(clone$1(this.option));
	};
	Model.prototype.parsePath = function(path) {
		if (typeof path === "string") return path.split(".");
		return path;
	};
	Model.prototype.resolveParentPath = function(path) {
		return path;
	};
	Model.prototype.isAnimationEnabled = function() {
		if (!env.node && this.option) {
			if (this.option.animation != null) return !!this.option.animation;
			else if (this.parentModel) return this.parentModel.isAnimationEnabled();
		}
	};
	Model.prototype._doGet = function(pathArr, parentModel) {
		var obj = this.option;
		if (!pathArr) return obj;
		for (var i = 0; i < pathArr.length; i++) {
			if (!pathArr[i]) continue;
			obj = obj && typeof obj === "object" ? obj[pathArr[i]] : null;
			if (obj == null) break;
		}
		if (obj == null && parentModel) obj = parentModel._doGet(this.resolveParentPath(pathArr), parentModel.parentModel);
		return obj;
	};
	return Model;
}();
enableClassExtend(Model);
enableClassCheck(Model);
mixin(Model, LineStyleMixin);
mixin(Model, ItemStyleMixin);
mixin(Model, AreaStyleMixin);
mixin(Model, TextStyleMixin);

// node_modules/echarts/lib/data/DataDiffer.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function dataIndexMapValueLength(valNumOrArrLengthMoreThan2) {
	return valNumOrArrLengthMoreThan2 == null ? 0 : valNumOrArrLengthMoreThan2.length || 1;
}
function defaultKeyGetter(item) {
	return item;
}
var DataDiffer = function() {
	/**
	* @param context Can be visited by this.context in callback.
	*/
	function DataDiffer(oldArr, newArr, oldKeyGetter, newKeyGetter, context, diffMode) {
		this._old = oldArr;
		this._new = newArr;
		this._oldKeyGetter = oldKeyGetter || defaultKeyGetter;
		this._newKeyGetter = newKeyGetter || defaultKeyGetter;
		this.context = context;
		this._diffModeMultiple = diffMode === "multiple";
	}
	/**
	* Callback function when add a data
	*/
	DataDiffer.prototype.add = function(func) {
		this._add = func;
		return this;
	};
	/**
	* Callback function when update a data
	*/
	DataDiffer.prototype.update = function(func) {
		this._update = func;
		return this;
	};
	/**
	* Callback function when update a data and only work in `cbMode: 'byKey'`.
	*/
	DataDiffer.prototype.updateManyToOne = function(func) {
		this._updateManyToOne = func;
		return this;
	};
	/**
	* Callback function when update a data and only work in `cbMode: 'byKey'`.
	*/
	DataDiffer.prototype.updateOneToMany = function(func) {
		this._updateOneToMany = func;
		return this;
	};
	/**
	* Callback function when update a data and only work in `cbMode: 'byKey'`.
	*/
	DataDiffer.prototype.updateManyToMany = function(func) {
		this._updateManyToMany = func;
		return this;
	};
	/**
	* Callback function when remove a data
	*/
	DataDiffer.prototype.remove = function(func) {
		this._remove = func;
		return this;
	};
	DataDiffer.prototype.execute = function() {
		this[this._diffModeMultiple ? "_executeMultiple" : "_executeOneToOne"]();
	};
	DataDiffer.prototype._executeOneToOne = function() {
		var oldArr = this._old;
		var newArr = this._new;
		var newDataIndexMap = {};
		var oldDataKeyArr = new Array(oldArr.length);
		var newDataKeyArr = new Array(newArr.length);
		this._initIndexMap(oldArr, null, oldDataKeyArr, "_oldKeyGetter");
		this._initIndexMap(newArr, newDataIndexMap, newDataKeyArr, "_newKeyGetter");
		for (var i = 0; i < oldArr.length; i++) {
			var oldKey = oldDataKeyArr[i];
			var newIdxMapVal = newDataIndexMap[oldKey];
			var newIdxMapValLen = dataIndexMapValueLength(newIdxMapVal);
			if (newIdxMapValLen > 1) {
				var newIdx = newIdxMapVal.shift();
				if (newIdxMapVal.length === 1) newDataIndexMap[oldKey] = newIdxMapVal[0];
				this._update && this._update(newIdx, i);
			} else if (newIdxMapValLen === 1) {
				newDataIndexMap[oldKey] = null;
				this._update && this._update(newIdxMapVal, i);
			} else this._remove && this._remove(i);
		}
		this._performRestAdd(newDataKeyArr, newDataIndexMap);
	};
	/**
	* For example, consider the case:
	* oldData: [o0, o1, o2, o3, o4, o5, o6, o7],
	* newData: [n0, n1, n2, n3, n4, n5, n6, n7, n8],
	* Where:
	*     o0, o1, n0 has key 'a' (many to one)
	*     o5, n4, n5, n6 has key 'b' (one to many)
	*     o2, n1 has key 'c' (one to one)
	*     n2, n3 has key 'd' (add)
	*     o3, o4 has key 'e' (remove)
	*     o6, o7, n7, n8 has key 'f' (many to many, treated as add and remove)
	* Then:
	*     (The order of the following directives are not ensured.)
	*     this._updateManyToOne(n0, [o0, o1]);
	*     this._updateOneToMany([n4, n5, n6], o5);
	*     this._update(n1, o2);
	*     this._remove(o3);
	*     this._remove(o4);
	*     this._remove(o6);
	*     this._remove(o7);
	*     this._add(n2);
	*     this._add(n3);
	*     this._add(n7);
	*     this._add(n8);
	*/
	DataDiffer.prototype._executeMultiple = function() {
		var oldArr = this._old;
		var newArr = this._new;
		var oldDataIndexMap = {};
		var newDataIndexMap = {};
		var oldDataKeyArr = [];
		var newDataKeyArr = [];
		this._initIndexMap(oldArr, oldDataIndexMap, oldDataKeyArr, "_oldKeyGetter");
		this._initIndexMap(newArr, newDataIndexMap, newDataKeyArr, "_newKeyGetter");
		for (var i = 0; i < oldDataKeyArr.length; i++) {
			var oldKey = oldDataKeyArr[i];
			var oldIdxMapVal = oldDataIndexMap[oldKey];
			var newIdxMapVal = newDataIndexMap[oldKey];
			var oldIdxMapValLen = dataIndexMapValueLength(oldIdxMapVal);
			var newIdxMapValLen = dataIndexMapValueLength(newIdxMapVal);
			if (oldIdxMapValLen > 1 && newIdxMapValLen === 1) {
				this._updateManyToOne && this._updateManyToOne(newIdxMapVal, oldIdxMapVal);
				newDataIndexMap[oldKey] = null;
			} else if (oldIdxMapValLen === 1 && newIdxMapValLen > 1) {
				this._updateOneToMany && this._updateOneToMany(newIdxMapVal, oldIdxMapVal);
				newDataIndexMap[oldKey] = null;
			} else if (oldIdxMapValLen === 1 && newIdxMapValLen === 1) {
				this._update && this._update(newIdxMapVal, oldIdxMapVal);
				newDataIndexMap[oldKey] = null;
			} else if (oldIdxMapValLen > 1 && newIdxMapValLen > 1) {
				this._updateManyToMany && this._updateManyToMany(newIdxMapVal, oldIdxMapVal);
				newDataIndexMap[oldKey] = null;
			} else if (oldIdxMapValLen > 1) for (var i_1 = 0; i_1 < oldIdxMapValLen; i_1++) this._remove && this._remove(oldIdxMapVal[i_1]);
			else this._remove && this._remove(oldIdxMapVal);
		}
		this._performRestAdd(newDataKeyArr, newDataIndexMap);
	};
	DataDiffer.prototype._performRestAdd = function(newDataKeyArr, newDataIndexMap) {
		for (var i = 0; i < newDataKeyArr.length; i++) {
			var newKey = newDataKeyArr[i];
			var newIdxMapVal = newDataIndexMap[newKey];
			var idxMapValLen = dataIndexMapValueLength(newIdxMapVal);
			if (idxMapValLen > 1) for (var j = 0; j < idxMapValLen; j++) this._add && this._add(newIdxMapVal[j]);
			else if (idxMapValLen === 1) this._add && this._add(newIdxMapVal);
			newDataIndexMap[newKey] = null;
		}
	};
	DataDiffer.prototype._initIndexMap = function(arr, map, keyArr, keyGetterName) {
		var cbModeMultiple = this._diffModeMultiple;
		for (var i = 0; i < arr.length; i++) {
			var key = "_ec_" + this[keyGetterName](arr[i], i);
			if (!cbModeMultiple) keyArr[i] = key;
			if (!map) continue;
			var idxMapVal = map[key];
			var idxMapValLen = dataIndexMapValueLength(idxMapVal);
			if (idxMapValLen === 0) {
				map[key] = i;
				if (cbModeMultiple) keyArr.push(key);
			} else if (idxMapValLen === 1) map[key] = [idxMapVal, i];
			else idxMapVal.push(i);
		}
	};
	return DataDiffer;
}();

// node_modules/echarts/lib/data/helper/sourceHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var BE_ORDINAL = {
	Must: 1,
	Might: 2,
	Not: 3
};
var innerGlobalModel = makeInner();
/**
* MUST be called before mergeOption of all series.
*/
function resetSourceDefaulter(ecModel) {
	innerGlobalModel(ecModel).datasetMap = createHashMap();
}
/**
* [The strategy of the arrengment of data dimensions for dataset]:
* "value way": all axes are non-category axes. So series one by one take
*     several (the number is coordSysDims.length) dimensions from dataset.
*     The result of data arrengment of data dimensions like:
*     | ser0_x | ser0_y | ser1_x | ser1_y | ser2_x | ser2_y |
* "category way": at least one axis is category axis. So the the first data
*     dimension is always mapped to the first category axis and shared by
*     all of the series. The other data dimensions are taken by series like
*     "value way" does.
*     The result of data arrengment of data dimensions like:
*     | ser_shared_x | ser0_y | ser1_y | ser2_y |
*
* @return encode Never be `null/undefined`.
*/
function makeSeriesEncodeForAxisCoordSys(coordDimensions, seriesModel, source) {
	var encode = {};
	var datasetModel = querySeriesUpstreamDatasetModel(seriesModel);
	if (!datasetModel || !coordDimensions) return encode;
	var encodeItemName = [];
	var encodeSeriesName = [];
	var ecModel = seriesModel.ecModel;
	var datasetMap = innerGlobalModel(ecModel).datasetMap;
	var key = datasetModel.uid + "_" + source.seriesLayoutBy;
	var baseCategoryDimIndex;
	var categoryWayValueDimStart;
	coordDimensions = coordDimensions.slice();
	each$3(coordDimensions, function(coordDimInfoLoose, coordDimIdx) {
		var coordDimInfo = isObject$2(coordDimInfoLoose) ? coordDimInfoLoose : coordDimensions[coordDimIdx] = { name: coordDimInfoLoose };
		if (coordDimInfo.type === "ordinal" && baseCategoryDimIndex == null) {
			baseCategoryDimIndex = coordDimIdx;
			categoryWayValueDimStart = getDataDimCountOnCoordDim(coordDimInfo);
		}
		encode[coordDimInfo.name] = [];
	});
	var datasetRecord = datasetMap.get(key) || datasetMap.set(key, {
		categoryWayDim: categoryWayValueDimStart,
		valueWayDim: 0
	});
	each$3(coordDimensions, function(coordDimInfo, coordDimIdx) {
		var coordDimName = coordDimInfo.name;
		var count = getDataDimCountOnCoordDim(coordDimInfo);
		if (baseCategoryDimIndex == null) {
			var start = datasetRecord.valueWayDim;
			pushDim(encode[coordDimName], start, count);
			pushDim(encodeSeriesName, start, count);
			datasetRecord.valueWayDim += count;
		} else if (baseCategoryDimIndex === coordDimIdx) {
			pushDim(encode[coordDimName], 0, count);
			pushDim(encodeItemName, 0, count);
		} else {
			var start = datasetRecord.categoryWayDim;
			pushDim(encode[coordDimName], start, count);
			pushDim(encodeSeriesName, start, count);
			datasetRecord.categoryWayDim += count;
		}
	});
	function pushDim(dimIdxArr, idxFrom, idxCount) {
		for (var i = 0; i < idxCount; i++) dimIdxArr.push(idxFrom + i);
	}
	function getDataDimCountOnCoordDim(coordDimInfo) {
		var dimsDef = coordDimInfo.dimsDef;
		return dimsDef ? dimsDef.length : 1;
	}
	encodeItemName.length && (encode.itemName = encodeItemName);
	encodeSeriesName.length && (encode.seriesName = encodeSeriesName);
	return encode;
}
/**
* @return If return null/undefined, indicate that should not use datasetModel.
*/
function querySeriesUpstreamDatasetModel(seriesModel) {
	if (!seriesModel.get("data", true)) return queryReferringComponents(seriesModel.ecModel, "dataset", {
		index: seriesModel.get("datasetIndex", true),
		id: seriesModel.get("datasetId", true)
	}, SINGLE_REFERRING).models[0];
}
/**
* @return Always return an array event empty.
*/
function queryDatasetUpstreamDatasetModels(datasetModel) {
	if (!datasetModel.get("transform", true) && !datasetModel.get("fromTransformResult", true)) return [];
	return queryReferringComponents(datasetModel.ecModel, "dataset", {
		index: datasetModel.get("fromDatasetIndex", true),
		id: datasetModel.get("fromDatasetId", true)
	}, SINGLE_REFERRING).models;
}
/**
* The rule should not be complex, otherwise user might not
* be able to known where the data is wrong.
* The code is ugly, but how to make it neat?
*/
function guessOrdinal(source, dimIndex) {
	return doGuessOrdinal(source.data, source.sourceFormat, source.seriesLayoutBy, source.dimensionsDefine, source.startIndex, dimIndex);
}
function doGuessOrdinal(data, sourceFormat, seriesLayoutBy, dimensionsDefine, startIndex, dimIndex) {
	var result;
	var maxLoop = 5;
	if (isTypedArray(data)) return BE_ORDINAL.Not;
	var dimName;
	var dimType;
	if (dimensionsDefine) {
		var dimDefItem = dimensionsDefine[dimIndex];
		if (isObject$2(dimDefItem)) {
			dimName = dimDefItem.name;
			dimType = dimDefItem.type;
		} else if (isString(dimDefItem)) dimName = dimDefItem;
	}
	if (dimType != null) return dimType === "ordinal" ? BE_ORDINAL.Must : BE_ORDINAL.Not;
	if (sourceFormat === "arrayRows") {
		var dataArrayRows = data;
		if (seriesLayoutBy === "row") {
			var sample = dataArrayRows[dimIndex];
			for (var i = 0; i < (sample || []).length && i < maxLoop; i++) if ((result = detectValue(sample[startIndex + i])) != null) return result;
		} else for (var i = 0; i < dataArrayRows.length && i < maxLoop; i++) {
			var row = dataArrayRows[startIndex + i];
			if (row && (result = detectValue(row[dimIndex])) != null) return result;
		}
	} else if (sourceFormat === "objectRows") {
		var dataObjectRows = data;
		if (!dimName) return BE_ORDINAL.Not;
		for (var i = 0; i < dataObjectRows.length && i < maxLoop; i++) {
			var item = dataObjectRows[i];
			if (item && (result = detectValue(item[dimName])) != null) return result;
		}
	} else if (sourceFormat === "keyedColumns") {
		var dataKeyedColumns = data;
		if (!dimName) return BE_ORDINAL.Not;
		var sample = dataKeyedColumns[dimName];
		if (!sample || isTypedArray(sample)) return BE_ORDINAL.Not;
		for (var i = 0; i < sample.length && i < maxLoop; i++) if ((result = detectValue(sample[i])) != null) return result;
	} else if (sourceFormat === "original") {
		var dataOriginal = data;
		for (var i = 0; i < dataOriginal.length && i < maxLoop; i++) {
			var item = dataOriginal[i];
			var val = getDataItemValue(item);
			if (!isArray(val)) return BE_ORDINAL.Not;
			if ((result = detectValue(val[dimIndex])) != null) return result;
		}
	}
	function detectValue(val) {
		var beStr = isString(val);
		if (val != null && isFinite(Number(val)) && val !== "") return beStr ? BE_ORDINAL.Might : BE_ORDINAL.Not;
		else if (beStr && val !== "-") return BE_ORDINAL.Must;
	}
	return BE_ORDINAL.Not;
}

// node_modules/echarts/lib/data/Source.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var SourceImpl = function() {
	function SourceImpl(fields) {
		this.data = fields.data || (fields.sourceFormat === "keyedColumns" ? {} : []);
		this.sourceFormat = fields.sourceFormat || "unknown";
		this.seriesLayoutBy = fields.seriesLayoutBy || "column";
		this.startIndex = fields.startIndex || 0;
		this.dimensionsDetectedCount = fields.dimensionsDetectedCount;
		this.metaRawOption = fields.metaRawOption;
		var dimensionsDefine = this.dimensionsDefine = fields.dimensionsDefine;
		if (dimensionsDefine) for (var i = 0; i < dimensionsDefine.length; i++) {
			var dim = dimensionsDefine[i];
			if (dim.type == null) {
				if (guessOrdinal(this, i) === BE_ORDINAL.Must) dim.type = "ordinal";
			}
		}
	}
	return SourceImpl;
}();
function isSourceInstance(val) {
	return val instanceof SourceImpl;
}
/**
* Create a source from option.
* NOTE: Created source is immutable. Don't change any properties in it.
*/
function createSource(sourceData, thisMetaRawOption, sourceFormat) {
	sourceFormat = sourceFormat || detectSourceFormat(sourceData);
	var seriesLayoutBy = thisMetaRawOption.seriesLayoutBy;
	var determined = determineSourceDimensions(sourceData, sourceFormat, seriesLayoutBy, thisMetaRawOption.sourceHeader, thisMetaRawOption.dimensions);
	return new SourceImpl({
		data: sourceData,
		sourceFormat,
		seriesLayoutBy,
		dimensionsDefine: determined.dimensionsDefine,
		startIndex: determined.startIndex,
		dimensionsDetectedCount: determined.dimensionsDetectedCount,
		metaRawOption: clone$1(thisMetaRawOption)
	});
}
/**
* Wrap original series data for some compatibility cases.
*/
function createSourceFromSeriesDataOption(data) {
	return new SourceImpl({
		data,
		sourceFormat: isTypedArray(data) ? SOURCE_FORMAT_TYPED_ARRAY : SOURCE_FORMAT_ORIGINAL
	});
}
/**
* Clone source but excludes source data.
*/
function cloneSourceShallow(source) {
	return new SourceImpl({
		data: source.data,
		sourceFormat: source.sourceFormat,
		seriesLayoutBy: source.seriesLayoutBy,
		dimensionsDefine: clone$1(source.dimensionsDefine),
		startIndex: source.startIndex,
		dimensionsDetectedCount: source.dimensionsDetectedCount
	});
}
/**
* Note: An empty array will be detected as `SOURCE_FORMAT_ARRAY_ROWS`.
*/
function detectSourceFormat(data) {
	var sourceFormat = SOURCE_FORMAT_UNKNOWN;
	if (isTypedArray(data)) sourceFormat = SOURCE_FORMAT_TYPED_ARRAY;
	else if (isArray(data)) {
		if (data.length === 0) sourceFormat = SOURCE_FORMAT_ARRAY_ROWS;
		for (var i = 0, len = data.length; i < len; i++) {
			var item = data[i];
			if (item == null) continue;
			else if (isArray(item) || isTypedArray(item)) {
				sourceFormat = SOURCE_FORMAT_ARRAY_ROWS;
				break;
			} else if (isObject$2(item)) {
				sourceFormat = SOURCE_FORMAT_OBJECT_ROWS;
				break;
			}
		}
	} else if (isObject$2(data)) {
		for (var key in data) if (hasOwn(data, key) && isArrayLike(data[key])) {
			sourceFormat = SOURCE_FORMAT_KEYED_COLUMNS;
			break;
		}
	}
	return sourceFormat;
}
/**
* Determine the source definitions from data standalone dimensions definitions
* are not specified.
*/
function determineSourceDimensions(data, sourceFormat, seriesLayoutBy, sourceHeader, dimensionsDefine) {
	var dimensionsDetectedCount;
	var startIndex;
	if (!data) return {
		dimensionsDefine: normalizeDimensionsOption(dimensionsDefine),
		startIndex,
		dimensionsDetectedCount
	};
	if (sourceFormat === "arrayRows") {
		var dataArrayRows = data;
		if (sourceHeader === "auto" || sourceHeader == null) arrayRowsTravelFirst(function(val) {
			if (val != null && val !== "-") {
				if (isString(val)) startIndex ??= 1;
				else startIndex = 0;
			}
		}, seriesLayoutBy, dataArrayRows, 10);
		else startIndex = isNumber(sourceHeader) ? sourceHeader : sourceHeader ? 1 : 0;
		if (!dimensionsDefine && startIndex === 1) {
			dimensionsDefine = [];
			arrayRowsTravelFirst(function(val, index) {
				dimensionsDefine[index] = val != null ? val + "" : "";
			}, seriesLayoutBy, dataArrayRows, 1e400);
		}
		dimensionsDetectedCount = dimensionsDefine ? dimensionsDefine.length : seriesLayoutBy === "row" ? dataArrayRows.length : dataArrayRows[0] ? dataArrayRows[0].length : null;
	} else if (sourceFormat === "objectRows") {
		if (!dimensionsDefine) dimensionsDefine = objectRowsCollectDimensions(data);
	} else if (sourceFormat === "keyedColumns") {
		if (!dimensionsDefine) {
			dimensionsDefine = [];
			each$3(data, function(colArr, key) {
				dimensionsDefine.push(key);
			});
		}
	} else if (sourceFormat === "original") {
		var value0 = getDataItemValue(data[0]);
		dimensionsDetectedCount = isArray(value0) && value0.length || 1;
	} else if (sourceFormat === "typedArray") {
		if (process.env.NODE_ENV !== "production") assert(!!dimensionsDefine, "dimensions must be given if data is TypedArray.");
	}
	return {
		startIndex,
		dimensionsDefine: normalizeDimensionsOption(dimensionsDefine),
		dimensionsDetectedCount
	};
}
function objectRowsCollectDimensions(data) {
	var firstIndex = 0;
	var obj;
	while (firstIndex < data.length && !(obj = data[firstIndex++]));
	if (obj) return keys(obj);
}
function normalizeDimensionsOption(dimensionsDefine) {
	if (!dimensionsDefine) return;
	var nameMap = createHashMap();
	return map$1(dimensionsDefine, function(rawItem, index) {
		rawItem = isObject$2(rawItem) ? rawItem : { name: rawItem };
		var item = {
			name: rawItem.name,
			displayName: rawItem.displayName,
			type: rawItem.type
		};
		if (item.name == null) return item;
		item.name += "";
		if (item.displayName == null) item.displayName = item.name;
		var exist = nameMap.get(item.name);
		if (!exist) nameMap.set(item.name, { count: 1 });
		else item.name += "-" + exist.count++;
		return item;
	});
}
function arrayRowsTravelFirst(cb, seriesLayoutBy, data, maxLoop) {
	if (seriesLayoutBy === "row") for (var i = 0; i < data.length && i < maxLoop; i++) cb(data[i] ? data[i][0] : null, i);
	else {
		var value0 = data[0] || [];
		for (var i = 0; i < value0.length && i < maxLoop; i++) cb(value0[i], i);
	}
}
function shouldRetrieveDataByName(source) {
	var sourceFormat = source.sourceFormat;
	return sourceFormat === "objectRows" || sourceFormat === "keyedColumns";
}

// node_modules/echarts/lib/data/helper/dataProvider.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var _a;
var _b;
var _c;
var _d;
var providerMethods;
var mountMethods;
/**
* If normal array used, mutable chunk size is supported.
* If typed array used, chunk size must be fixed.
*/
var DefaultDataProvider = function() {
	function DefaultDataProvider(sourceParam, dimSize) {
		var source = !isSourceInstance(sourceParam) ? createSourceFromSeriesDataOption(sourceParam) : sourceParam;
		this._source = source;
		var data = this._data = source.data;
		var sourceFormat = source.sourceFormat;
		var seriesLayoutBy = source.seriesLayoutBy;
		if (sourceFormat === "typedArray") {
			if (process.env.NODE_ENV !== "production") {
				if (dimSize == null) throw new Error("Typed array data must specify dimension size");
			}
			this._offset = 0;
			this._dimSize = dimSize;
			this._data = data;
		}
		if (process.env.NODE_ENV !== "production") {
			var validator = rawSourceDataValidatorMap[getMethodMapKey(sourceFormat, seriesLayoutBy)];
			validator && validator(data, source.dimensionsDefine);
		}
		mountMethods(this, data, source);
	}
	DefaultDataProvider.prototype.getSource = function() {
		return this._source;
	};
	DefaultDataProvider.prototype.count = function() {
		return 0;
	};
	DefaultDataProvider.prototype.getItem = function(idx, out) {};
	DefaultDataProvider.prototype.appendData = function(newData) {};
	DefaultDataProvider.prototype.clean = function() {};
	DefaultDataProvider.protoInitialize = function() {
		var proto = DefaultDataProvider.prototype;
		proto.pure = false;
		proto.persistent = true;
	}();
	DefaultDataProvider.internalField = function() {
		var _a;
		mountMethods = function(provider, data, source) {
			var sourceFormat = source.sourceFormat;
			var seriesLayoutBy = source.seriesLayoutBy;
			var startIndex = source.startIndex;
			var dimsDef = source.dimensionsDefine;
			var methods = providerMethods[getMethodMapKey(sourceFormat, seriesLayoutBy)];
			if (process.env.NODE_ENV !== "production") assert(methods, "Invalide sourceFormat: " + sourceFormat);
			extend(provider, methods);
			if (sourceFormat === "typedArray") {
				provider.getItem = getItemForTypedArray;
				provider.count = countForTypedArray;
				provider.fillStorage = fillStorageForTypedArray;
			} else {
				var rawItemGetter = getRawSourceItemGetter(sourceFormat, seriesLayoutBy);
				provider.getItem = bind$1(rawItemGetter, null, data, startIndex, dimsDef);
				var rawCounter = getRawSourceDataCounter(sourceFormat, seriesLayoutBy);
				provider.count = bind$1(rawCounter, null, data, startIndex, dimsDef);
			}
		};
		var getItemForTypedArray = function(idx, out) {
			idx = idx - this._offset;
			out = out || [];
			var data = this._data;
			var dimSize = this._dimSize;
			var offset = dimSize * idx;
			for (var i = 0; i < dimSize; i++) out[i] = data[offset + i];
			return out;
		};
		var fillStorageForTypedArray = function(start, end, storage, extent) {
			var data = this._data;
			var dimSize = this._dimSize;
			for (var dim = 0; dim < dimSize; dim++) {
				var dimExtent = extent[dim];
				var min = dimExtent[0] == null ? 1e400 : dimExtent[0];
				var max = dimExtent[1] == null ? -1e400 : dimExtent[1];
				var count = end - start;
				var arr = storage[dim];
				for (var i = 0; i < count; i++) {
					var val = data[i * dimSize + dim];
					arr[start + i] = val;
					val < min && (min = val);
					val > max && (max = val);
				}
				dimExtent[0] = min;
				dimExtent[1] = max;
			}
		};
		var countForTypedArray = function() {
			return this._data ? this._data.length / this._dimSize : 0;
		};
		providerMethods = (_a = {}, _a[SOURCE_FORMAT_ARRAY_ROWS + "_" + SERIES_LAYOUT_BY_COLUMN] = {
			pure: true,
			appendData: appendDataSimply
		}, _a[SOURCE_FORMAT_ARRAY_ROWS + "_" + "row"] = {
			pure: true,
			appendData: function() {
				throw new Error("Do not support appendData when set seriesLayoutBy: \"row\".");
			}
		}, _a[SOURCE_FORMAT_OBJECT_ROWS] = {
			pure: true,
			appendData: appendDataSimply
		}, _a[SOURCE_FORMAT_KEYED_COLUMNS] = {
			pure: true,
			appendData: function(newData) {
				var data = this._data;
				each$3(newData, function(newCol, key) {
					var oldCol = data[key] || (data[key] = []);
					for (var i = 0; i < (newCol || []).length; i++) oldCol.push(newCol[i]);
				});
			}
		}, _a[SOURCE_FORMAT_ORIGINAL] = { appendData: appendDataSimply }, _a[SOURCE_FORMAT_TYPED_ARRAY] = {
			persistent: false,
			pure: true,
			appendData: function(newData) {
				if (process.env.NODE_ENV !== "production") assert(isTypedArray(newData), "Added data must be TypedArray if data in initialization is TypedArray");
				this._data = newData;
			},
			clean: function() {
				this._offset += this.count();
				this._data = null;
			}
		}, _a);
		function appendDataSimply(newData) {
			for (var i = 0; i < newData.length; i++) this._data.push(newData[i]);
		}
	}();
	return DefaultDataProvider;
}();
var validateSimply = function(rawData) {
	if (!isArray(rawData)) error("series.data or dataset.source must be an array.");
};
/**
* Only run in dev mode - hint users for debug.
*/
var rawSourceDataValidatorMap = (_a = {}, _a[SOURCE_FORMAT_ARRAY_ROWS + "_" + SERIES_LAYOUT_BY_COLUMN] = validateSimply, _a[SOURCE_FORMAT_ARRAY_ROWS + "_" + "row"] = validateSimply, _a[SOURCE_FORMAT_OBJECT_ROWS] = validateSimply, _a[SOURCE_FORMAT_KEYED_COLUMNS] = function(rawData, dimsDef) {
	for (var i = 0; i < dimsDef.length; i++) if (dimsDef[i].name == null) error("dimension name must not be null/undefined.");
}, _a[SOURCE_FORMAT_ORIGINAL] = validateSimply, _a);
var getItemSimply = function(rawData, startIndex, dimsDef, idx) {
	return rawData[idx];
};
var rawSourceItemGetterMap = (_b = {}, _b[SOURCE_FORMAT_ARRAY_ROWS + "_" + SERIES_LAYOUT_BY_COLUMN] = function(rawData, startIndex, dimsDef, idx) {
	return rawData[idx + startIndex];
}, _b[SOURCE_FORMAT_ARRAY_ROWS + "_" + "row"] = function(rawData, startIndex, dimsDef, idx, out) {
	idx += startIndex;
	var item = out || [];
	var data = rawData;
	for (var i = 0; i < data.length; i++) {
		var row = data[i];
		item[i] = row ? row[idx] : null;
	}
	return item;
}, _b[SOURCE_FORMAT_OBJECT_ROWS] = getItemSimply, _b[SOURCE_FORMAT_KEYED_COLUMNS] = function(rawData, startIndex, dimsDef, idx, out) {
	var item = out || [];
	for (var i = 0; i < dimsDef.length; i++) {
		var dimName = dimsDef[i].name;
		var col = dimName != null ? rawData[dimName] : null;
		item[i] = col ? col[idx] : null;
	}
	return item;
}, _b[SOURCE_FORMAT_ORIGINAL] = getItemSimply, _b);
function getRawSourceItemGetter(sourceFormat, seriesLayoutBy) {
	var method = rawSourceItemGetterMap[getMethodMapKey(sourceFormat, seriesLayoutBy)];
	if (process.env.NODE_ENV !== "production") assert(method, "Do not support get item on \"" + sourceFormat + "\", \"" + seriesLayoutBy + "\".");
	return method;
}
var countSimply = function(rawData, startIndex, dimsDef) {
	return rawData.length;
};
var rawSourceDataCounterMap = (_c = {}, _c[SOURCE_FORMAT_ARRAY_ROWS + "_" + SERIES_LAYOUT_BY_COLUMN] = function(rawData, startIndex, dimsDef) {
	return Math.max(0, rawData.length - startIndex);
}, _c[SOURCE_FORMAT_ARRAY_ROWS + "_" + "row"] = function(rawData, startIndex, dimsDef) {
	var row = rawData[0];
	return row ? Math.max(0, row.length - startIndex) : 0;
}, _c[SOURCE_FORMAT_OBJECT_ROWS] = countSimply, _c[SOURCE_FORMAT_KEYED_COLUMNS] = function(rawData, startIndex, dimsDef) {
	var dimName = dimsDef[0].name;
	var col = dimName != null ? rawData[dimName] : null;
	return col ? col.length : 0;
}, _c[SOURCE_FORMAT_ORIGINAL] = countSimply, _c);
function getRawSourceDataCounter(sourceFormat, seriesLayoutBy) {
	var method = rawSourceDataCounterMap[getMethodMapKey(sourceFormat, seriesLayoutBy)];
	if (process.env.NODE_ENV !== "production") assert(method, "Do not support count on \"" + sourceFormat + "\", \"" + seriesLayoutBy + "\".");
	return method;
}
var getRawValueSimply = function(dataItem, dimIndex, property) {
	return dataItem[dimIndex];
};
var rawSourceValueGetterMap = (_d = {}, _d[SOURCE_FORMAT_ARRAY_ROWS] = getRawValueSimply, _d[SOURCE_FORMAT_OBJECT_ROWS] = function(dataItem, dimIndex, property) {
	return dataItem[property];
}, _d[SOURCE_FORMAT_KEYED_COLUMNS] = getRawValueSimply, _d[SOURCE_FORMAT_ORIGINAL] = function(dataItem, dimIndex, property) {
	var value = getDataItemValue(dataItem);
	return !(value instanceof Array) ? value : value[dimIndex];
}, _d[SOURCE_FORMAT_TYPED_ARRAY] = getRawValueSimply, _d);
function getRawSourceValueGetter(sourceFormat) {
	var method = rawSourceValueGetterMap[sourceFormat];
	if (process.env.NODE_ENV !== "production") assert(method, "Do not support get value on \"" + sourceFormat + "\".");
	return method;
}
function getMethodMapKey(sourceFormat, seriesLayoutBy) {
	return sourceFormat === "arrayRows" ? sourceFormat + "_" + seriesLayoutBy : sourceFormat;
}
function retrieveRawValue(data, dataIndex, dim) {
	if (!data) return;
	var dataItem = data.getRawDataItem(dataIndex);
	if (dataItem == null) return;
	var store = data.getStore();
	var sourceFormat = store.getSource().sourceFormat;
	if (dim != null) {
		var dimIndex = data.getDimensionIndex(dim);
		var property = store.getDimensionProperty(dimIndex);
		return getRawSourceValueGetter(sourceFormat)(dataItem, dimIndex, property);
	} else {
		var result = dataItem;
		if (sourceFormat === "original") result = getDataItemValue(dataItem);
		return result;
	}
}

// node_modules/echarts/lib/data/helper/dimensionHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var DimensionUserOuput = function() {
	function DimensionUserOuput(encode, dimRequest) {
		this._encode = encode;
		this._schema = dimRequest;
	}
	DimensionUserOuput.prototype.get = function() {
		return {
			fullDimensions: this._getFullDimensionNames(),
			encode: this._encode
		};
	};
	/**
	* Get all data store dimension names.
	* Theoretically a series data store is defined both by series and used dataset (if any).
	* If some dimensions are omitted for performance reason in `this.dimensions`,
	* the dimension name may not be auto-generated if user does not specify a dimension name.
	* In this case, the dimension name is `null`/`undefined`.
	*/
	DimensionUserOuput.prototype._getFullDimensionNames = function() {
		if (!this._cachedDimNames) this._cachedDimNames = this._schema ? this._schema.makeOutputDimensionNames() : [];
		return this._cachedDimNames;
	};
	return DimensionUserOuput;
}();
function summarizeDimensions(data, schema) {
	var summary = {};
	var encode = summary.encode = {};
	var notExtraCoordDimMap = createHashMap();
	var defaultedLabel = [];
	var defaultedTooltip = [];
	var userOutputEncode = {};
	each$3(data.dimensions, function(dimName) {
		var dimItem = data.getDimensionInfo(dimName);
		var coordDim = dimItem.coordDim;
		if (coordDim) {
			if (process.env.NODE_ENV !== "production") assert(VISUAL_DIMENSIONS.get(coordDim) == null);
			var coordDimIndex = dimItem.coordDimIndex;
			getOrCreateEncodeArr(encode, coordDim)[coordDimIndex] = dimName;
			if (!dimItem.isExtraCoord) {
				notExtraCoordDimMap.set(coordDim, 1);
				if (mayLabelDimType(dimItem.type)) defaultedLabel[0] = dimName;
				getOrCreateEncodeArr(userOutputEncode, coordDim)[coordDimIndex] = data.getDimensionIndex(dimItem.name);
			}
			if (dimItem.defaultTooltip) defaultedTooltip.push(dimName);
		}
		VISUAL_DIMENSIONS.each(function(v, otherDim) {
			var encodeArr = getOrCreateEncodeArr(encode, otherDim);
			var dimIndex = dimItem.otherDims[otherDim];
			if (dimIndex != null && dimIndex !== false) encodeArr[dimIndex] = dimItem.name;
		});
	});
	var dataDimsOnCoord = [];
	var encodeFirstDimNotExtra = {};
	notExtraCoordDimMap.each(function(v, coordDim) {
		var dimArr = encode[coordDim];
		encodeFirstDimNotExtra[coordDim] = dimArr[0];
		dataDimsOnCoord = dataDimsOnCoord.concat(dimArr);
	});
	summary.dataDimsOnCoord = dataDimsOnCoord;
	summary.dataDimIndicesOnCoord = map$1(dataDimsOnCoord, function(dimName) {
		return data.getDimensionInfo(dimName).storeDimIndex;
	});
	summary.encodeFirstDimNotExtra = encodeFirstDimNotExtra;
	var encodeLabel = encode.label;
	if (encodeLabel && encodeLabel.length) defaultedLabel = encodeLabel.slice();
	var encodeTooltip = encode.tooltip;
	if (encodeTooltip && encodeTooltip.length) defaultedTooltip = encodeTooltip.slice();
	else if (!defaultedTooltip.length) defaultedTooltip = defaultedLabel.slice();
	encode.defaultedLabel = defaultedLabel;
	encode.defaultedTooltip = defaultedTooltip;
	summary.userOutput = new DimensionUserOuput(userOutputEncode, schema);
	return summary;
}
function getOrCreateEncodeArr(encode, dim) {
	if (!encode.hasOwnProperty(dim)) encode[dim] = [];
	return encode[dim];
}
function getDimensionTypeByAxis(axisType) {
	return axisType === "category" ? "ordinal" : axisType === "time" ? "time" : "float";
}
function mayLabelDimType(dimType) {
	return !(dimType === "ordinal" || dimType === "time");
}

// node_modules/echarts/lib/data/SeriesDimensionDefine.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var SeriesDimensionDefine = function() {
	/**
	* @param opt All of the fields will be shallow copied.
	*/
	function SeriesDimensionDefine(opt) {
		/**
		* The term "other" means "other than coord".
		* The format of `otherDims` is:
		* ```js
		* {
		*     tooltip?: number
		*     label?: number
		*     itemName?: number
		*     seriesName?: number
		* }
		* ```
		*
		* A `series.encode` can specified these fields:
		* ```js
		* encode: {
		*     // "3, 1, 5" is the index of data dimension.
		*     tooltip: [3, 1, 5],
		*     label: [0, 3],
		*     ...
		* }
		* ```
		* `otherDims` is the parse result of the `series.encode` above, like:
		* ```js
		* // Suppose the index of this data dimension is `3`.
		* this.otherDims = {
		*     // `3` is at the index `0` of the `encode.tooltip`
		*     tooltip: 0,
		*     // `3` is at the index `1` of the `encode.label`
		*     label: 1
		* };
		* ```
		*
		* This prop should never be `null`/`undefined` after initialized.
		*/
		this.otherDims = {};
		if (opt != null) extend(this, opt);
	}
	return SeriesDimensionDefine;
}();

// node_modules/echarts/lib/data/helper/dataValueHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Convert raw the value in to inner value in List.
*
* [Performance sensitive]
*
* [Caution]: this is the key logic of user value parser.
* For backward compatibility, do not modify it until you have to!
*/
function parseDataValue(value, opt) {
	var dimType = opt && opt.type;
	if (dimType === "ordinal") return value;
	if (dimType === "time" && !isNumber(value) && value != null && value !== "-") value = +parseDate(value);
	return value == null || value === "" ? NaN : Number(value);
}
var valueParserMap = createHashMap({
	"number": function(val) {
		return parseFloat(val);
	},
	"time": function(val) {
		return +parseDate(val);
	},
	"trim": function(val) {
		return isString(val) ? trim(val) : val;
	}
});
var ORDER_COMPARISON_OP_MAP = {
	lt: function(lval, rval) {
		return lval < rval;
	},
	lte: function(lval, rval) {
		return lval <= rval;
	},
	gt: function(lval, rval) {
		return lval > rval;
	},
	gte: function(lval, rval) {
		return lval >= rval;
	}
};
var FilterOrderComparator = function() {
	function FilterOrderComparator(op, rval) {
		if (!isNumber(rval)) {
			var errMsg = "";
			if (process.env.NODE_ENV !== "production") errMsg = "rvalue of \"<\", \">\", \"<=\", \">=\" can only be number in filter.";
			throwError(errMsg);
		}
		this._opFn = ORDER_COMPARISON_OP_MAP[op];
		this._rvalFloat = numericToNumber(rval);
	}
	FilterOrderComparator.prototype.evaluate = function(lval) {
		return isNumber(lval) ? this._opFn(lval, this._rvalFloat) : this._opFn(numericToNumber(lval), this._rvalFloat);
	};
	return FilterOrderComparator;
}();
var SortOrderComparator = function() {
	/**
	* @param order by default: 'asc'
	* @param incomparable by default: Always on the tail.
	*        That is, if 'asc' => 'max', if 'desc' => 'min'
	*        See the definition of "incomparable" in [SORT_COMPARISON_RULE].
	*/
	function SortOrderComparator(order, incomparable) {
		var isDesc = order === "desc";
		this._resultLT = isDesc ? 1 : -1;
		if (incomparable == null) incomparable = isDesc ? "min" : "max";
		this._incomparable = incomparable === "min" ? -1e400 : 1e400;
	}
	SortOrderComparator.prototype.evaluate = function(lval, rval) {
		var lvalFloat = isNumber(lval) ? lval : numericToNumber(lval);
		var rvalFloat = isNumber(rval) ? rval : numericToNumber(rval);
		var lvalNotNumeric = isNaN(lvalFloat);
		var rvalNotNumeric = isNaN(rvalFloat);
		if (lvalNotNumeric) lvalFloat = this._incomparable;
		if (rvalNotNumeric) rvalFloat = this._incomparable;
		if (lvalNotNumeric && rvalNotNumeric) {
			var lvalIsStr = isString(lval);
			var rvalIsStr = isString(rval);
			if (lvalIsStr) lvalFloat = rvalIsStr ? lval : 0;
			if (rvalIsStr) rvalFloat = lvalIsStr ? rval : 0;
		}
		return lvalFloat < rvalFloat ? this._resultLT : lvalFloat > rvalFloat ? -this._resultLT : 0;
	};
	return SortOrderComparator;
}();
var FilterEqualityComparator = function() {
	function FilterEqualityComparator(isEq, rval) {
		this._rval = rval;
		this._isEQ = isEq;
		this._rvalTypeof = typeof rval;
		this._rvalFloat = numericToNumber(rval);
	}
	FilterEqualityComparator.prototype.evaluate = function(lval) {
		var eqResult = lval === this._rval;
		if (!eqResult) {
			var lvalTypeof = typeof lval;
			if (lvalTypeof !== this._rvalTypeof && (lvalTypeof === "number" || this._rvalTypeof === "number")) eqResult = numericToNumber(lval) === this._rvalFloat;
		}
		return this._isEQ ? eqResult : !eqResult;
	};
	return FilterEqualityComparator;
}();
/**
* @usage
*  const filterParsed = parseSanitizationFilter(filter);
*  for( ... ) {
*      const val = ...;
*      if (!filter || passesFilter(filterParsed, val)) {
*          // normal handling
*      }
*  }
*/
function parseSanitizationFilter(filter) {
	var filterKey = "";
	var filterG = -1e400;
	var filterGE = -1e400;
	var filterL = 1e400;
	var filterLE = 1e400;
	if (filter) {
		if (filter.g != null) {
			filterKey += "G" + filter.g;
			filterG = filter.g;
		}
		if (filter.ge != null) {
			filterKey += "GE" + filter.ge;
			filterGE = filter.ge;
		}
		if (filter.l != null) {
			filterKey += "L" + filter.l;
			filterL = filter.l;
		}
		if (filter.le != null) {
			filterKey += "LE" + filter.le;
			filterLE = filter.le;
		}
	}
	return {
		key: filterKey,
		g: filterG,
		ge: filterGE,
		l: filterL,
		le: filterLE
	};
}
function passesSanitizationFilter(filterParsed, value) {
	return value > filterParsed.g && value >= filterParsed.ge && value < filterParsed.l && value <= filterParsed.le;
}

// node_modules/echarts/lib/data/DataStore.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var CtorUint32Array = typeof Uint32Array === "undefined" ? Array : Uint32Array;
var CtorUint16Array = typeof Uint16Array === "undefined" ? Array : Uint16Array;
var CtorInt32Array$1 = typeof Int32Array === "undefined" ? Array : Int32Array;
var CtorFloat64Array = typeof Float64Array === "undefined" ? Array : Float64Array;
/**
* Multi dimensional data store
*/
var dataCtors = {
	"float": CtorFloat64Array,
	"int": CtorInt32Array$1,
	"ordinal": Array,
	"number": Array,
	"time": CtorFloat64Array
};
var defaultDimValueGetters;
function getIndicesCtor(rawCount) {
	return rawCount > 65535 ? CtorUint32Array : CtorUint16Array;
}
function cloneChunk(originalChunk) {
	var Ctor = originalChunk.constructor;
	return Ctor === Array ? originalChunk.slice() : new Ctor(originalChunk);
}
function prepareStore(store, dimIdx, dimType, end, append) {
	var DataCtor = dataCtors[dimType || "float"];
	if (append) {
		var oldStore = store[dimIdx];
		var oldLen = oldStore && oldStore.length;
		if (!(oldLen === end)) {
			var newStore = new DataCtor(end);
			for (var j = 0; j < oldLen; j++) newStore[j] = oldStore[j];
			store[dimIdx] = newStore;
		}
	} else store[dimIdx] = new DataCtor(end);
}
/**
* Basically, DataStore API keep immutable.
*/
var DataStore = function() {
	function DataStore() {
		this._chunks = [];
		this._rawExtent = [];
		this._extent = [];
		this._count = 0;
		this._rawCount = 0;
		this._calcDimNameToIdx = createHashMap();
	}
	/**
	* Initialize from data
	*/
	DataStore.prototype.initData = function(provider, inputDimensions, dimValueGetter) {
		if (process.env.NODE_ENV !== "production") assert(isFunction(provider.getItem) && isFunction(provider.count), "Invalid data provider.");
		this._provider = provider;
		this._chunks = [];
		this._indices = null;
		this.getRawIndex = this._getRawIdxIdentity;
		var source = provider.getSource();
		var defaultGetter = this.defaultDimValueGetter = defaultDimValueGetters[source.sourceFormat];
		this._dimValueGetter = dimValueGetter || defaultGetter;
		this._rawExtent = [];
		var willRetrieveDataByName = shouldRetrieveDataByName(source);
		this._dimensions = map$1(inputDimensions, function(dim) {
			if (process.env.NODE_ENV !== "production") {
				if (willRetrieveDataByName) assert(dim.property != null);
			}
			return {
				type: dim.type,
				property: dim.property
			};
		});
		this._initDataFromProvider(0, provider.count());
	};
	DataStore.prototype.getProvider = function() {
		return this._provider;
	};
	/**
	* Caution: even when a `source` instance owned by a series, the created data store
	* may still be shared by different sereis (the source hash does not use all `source`
	* props, see `sourceManager`). In this case, the `source` props that are not used in
	* hash (like `source.dimensionDefine`) probably only belongs to a certain series and
	* thus should not be fetch here.
	*/
	DataStore.prototype.getSource = function() {
		return this._provider.getSource();
	};
	/**
	* @caution Only used in dataStack.
	*/
	DataStore.prototype.ensureCalculationDimension = function(dimName, type) {
		var calcDimNameToIdx = this._calcDimNameToIdx;
		var dimensions = this._dimensions;
		var calcDimIdx = calcDimNameToIdx.get(dimName);
		if (calcDimIdx != null) {
			if (dimensions[calcDimIdx].type === type) return calcDimIdx;
		} else calcDimIdx = dimensions.length;
		dimensions[calcDimIdx] = { type };
		calcDimNameToIdx.set(dimName, calcDimIdx);
		this._chunks[calcDimIdx] = new dataCtors[type || "float"](this._rawCount);
		this._rawExtent[calcDimIdx] = initExtentForUnion();
		return calcDimIdx;
	};
	DataStore.prototype.collectOrdinalMeta = function(dimIdx, ordinalMeta) {
		var chunk = this._chunks[dimIdx];
		var dim = this._dimensions[dimIdx];
		var rawExtents = this._rawExtent;
		var offset = dim.ordinalOffset || 0;
		var len = chunk.length;
		if (offset === 0) rawExtents[dimIdx] = initExtentForUnion();
		var dimRawExtent = rawExtents[dimIdx];
		for (var i = offset; i < len; i++) {
			var val = chunk[i] = ordinalMeta.parseAndCollect(chunk[i]);
			if (!isNaN(val)) {
				dimRawExtent[0] = Math.min(val, dimRawExtent[0]);
				dimRawExtent[1] = Math.max(val, dimRawExtent[1]);
			}
		}
		dim.ordinalMeta = ordinalMeta;
		dim.ordinalOffset = len;
		dim.type = "ordinal";
	};
	DataStore.prototype.getOrdinalMeta = function(dimIdx) {
		return this._dimensions[dimIdx].ordinalMeta;
	};
	DataStore.prototype.getDimensionProperty = function(dimIndex) {
		var item = this._dimensions[dimIndex];
		return item && item.property;
	};
	/**
	* Caution: Can be only called on raw data (before `this._indices` created).
	*/
	DataStore.prototype.appendData = function(data) {
		if (process.env.NODE_ENV !== "production") assert(!this._indices, "appendData can only be called on raw data.");
		var provider = this._provider;
		var start = this.count();
		provider.appendData(data);
		var end = provider.count();
		if (!provider.persistent) end += start;
		if (start < end) this._initDataFromProvider(start, end, true);
		return [start, end];
	};
	DataStore.prototype.appendValues = function(values, minFillLen) {
		var chunks = this._chunks;
		var dimensions = this._dimensions;
		var dimLen = dimensions.length;
		var rawExtent = this._rawExtent;
		var start = this.count();
		var end = start + Math.max(values.length, minFillLen || 0);
		for (var i = 0; i < dimLen; i++) {
			var dim = dimensions[i];
			prepareStore(chunks, i, dim.type, end, true);
		}
		var emptyDataItem = [];
		for (var idx = start; idx < end; idx++) {
			var sourceIdx = idx - start;
			for (var dimIdx = 0; dimIdx < dimLen; dimIdx++) {
				var dim = dimensions[dimIdx];
				var val = defaultDimValueGetters.arrayRows.call(this, values[sourceIdx] || emptyDataItem, dim.property, sourceIdx, dimIdx);
				chunks[dimIdx][idx] = val;
				var dimRawExtent = rawExtent[dimIdx];
				val < dimRawExtent[0] && (dimRawExtent[0] = val);
				val > dimRawExtent[1] && (dimRawExtent[1] = val);
			}
		}
		this._rawCount = this._count = end;
		return {
			start,
			end
		};
	};
	DataStore.prototype._initDataFromProvider = function(start, end, append) {
		var provider = this._provider;
		var chunks = this._chunks;
		var dimensions = this._dimensions;
		var dimLen = dimensions.length;
		var rawExtent = this._rawExtent;
		var dimNames = map$1(dimensions, function(dim) {
			return dim.property;
		});
		for (var i = 0; i < dimLen; i++) {
			var dim = dimensions[i];
			if (!rawExtent[i]) rawExtent[i] = initExtentForUnion();
			prepareStore(chunks, i, dim.type, end, append);
		}
		if (provider.fillStorage) provider.fillStorage(start, end, chunks, rawExtent);
		else {
			var dataItem = [];
			for (var idx = start; idx < end; idx++) {
				dataItem = provider.getItem(idx, dataItem);
				for (var dimIdx = 0; dimIdx < dimLen; dimIdx++) {
					var dimStorage = chunks[dimIdx];
					var val = this._dimValueGetter(dataItem, dimNames[dimIdx], idx, dimIdx);
					dimStorage[idx] = val;
					var dimRawExtent = rawExtent[dimIdx];
					val < dimRawExtent[0] && (dimRawExtent[0] = val);
					val > dimRawExtent[1] && (dimRawExtent[1] = val);
				}
			}
		}
		if (!provider.persistent && provider.clean) provider.clean();
		this._rawCount = this._count = end;
		this._extent = [];
	};
	DataStore.prototype.count = function() {
		return this._count;
	};
	/**
	* Get value. Return NaN if idx is out of range.
	*/
	DataStore.prototype.get = function(dim, idx) {
		if (!(idx >= 0 && idx < this._count)) return NaN;
		var dimStore = this._chunks[dim];
		return dimStore ? dimStore[this.getRawIndex(idx)] : NaN;
	};
	DataStore.prototype.getValues = function(dimensions, idx) {
		var values = [];
		var dimArr = [];
		if (idx == null) {
			idx = dimensions;
			dimensions = [];
			for (var i = 0; i < this._dimensions.length; i++) dimArr.push(i);
		} else dimArr = dimensions;
		for (var i = 0, len = dimArr.length; i < len; i++) values.push(this.get(dimArr[i], idx));
		return values;
	};
	/**
	* @param dim concrete dim
	*/
	DataStore.prototype.getByRawIndex = function(dim, rawIdx) {
		if (!(rawIdx >= 0 && rawIdx < this._rawCount)) return NaN;
		var dimStore = this._chunks[dim];
		return dimStore ? dimStore[rawIdx] : NaN;
	};
	/**
	* Get sum of data in one dimension
	*/
	DataStore.prototype.getSum = function(dim) {
		var dimData = this._chunks[dim];
		var sum = 0;
		if (dimData) for (var i = 0, len = this.count(); i < len; i++) {
			var value = this.get(dim, i);
			if (!isNaN(value)) sum += value;
		}
		return sum;
	};
	/**
	* Get median of data in one dimension
	*/
	DataStore.prototype.getMedian = function(dim) {
		var dimDataArray = [];
		this.each([dim], function(val) {
			if (!isNaN(val)) dimDataArray.push(val);
		});
		asc(dimDataArray);
		var len = this.count();
		return len === 0 ? 0 : len % 2 === 1 ? dimDataArray[(len - 1) / 2] : (dimDataArray[len / 2] + dimDataArray[len / 2 - 1]) / 2;
	};
	/**
	* Retrieve the index with given raw data index.
	*/
	DataStore.prototype.indexOfRawIndex = function(rawIndex) {
		if (rawIndex >= this._rawCount || rawIndex < 0) return -1;
		if (!this._indices) return rawIndex;
		var indices = this._indices;
		var rawDataIndex = indices[rawIndex];
		if (rawDataIndex != null && rawDataIndex < this._count && rawDataIndex === rawIndex) return rawIndex;
		var left = 0;
		var right = this._count - 1;
		while (left <= right) {
			var mid = (left + right) / 2 | 0;
			if (indices[mid] < rawIndex) left = mid + 1;
			else if (indices[mid] > rawIndex) right = mid - 1;
			else return mid;
		}
		return -1;
	};
	DataStore.prototype.getIndices = function() {
		var newIndices;
		var indices = this._indices;
		if (indices) {
			var Ctor = indices.constructor;
			var thisCount = this._count;
			if (Ctor === Array) {
				newIndices = new Ctor(thisCount);
				for (var i = 0; i < thisCount; i++) newIndices[i] = indices[i];
			} else newIndices = new Ctor(indices.buffer, 0, thisCount);
		} else {
			var Ctor = getIndicesCtor(this._rawCount);
			newIndices = new Ctor(this.count());
			for (var i = 0; i < newIndices.length; i++) newIndices[i] = i;
		}
		return newIndices;
	};
	/**
	* [NOTICE]: Performance-sensitive for large data.
	*/
	DataStore.prototype.filter = function(dims, cb) {
		if (!this._count) return this;
		var newStore = this.clone();
		var count = newStore.count();
		var newIndices = new (getIndicesCtor(newStore._rawCount))(count);
		var value = [];
		var dimSize = dims.length;
		var offset = 0;
		var dim0 = dims[0];
		var chunks = newStore._chunks;
		for (var i = 0; i < count; i++) {
			var keep = void 0;
			var rawIdx = newStore.getRawIndex(i);
			if (dimSize === 0) keep = cb(i);
			else if (dimSize === 1) {
				var val = chunks[dim0][rawIdx];
				keep = cb(val, i);
			} else {
				var k = 0;
				for (; k < dimSize; k++) value[k] = chunks[dims[k]][rawIdx];
				value[k] = i;
				keep = cb.apply(null, value);
			}
			if (keep) newIndices[offset++] = rawIdx;
		}
		if (offset < count) newStore._indices = newIndices;
		newStore._count = offset;
		newStore._extent = [];
		newStore._updateGetRawIdx();
		return newStore;
	};
	/**
	* Select data in range. (For optimization of filter)
	* (Manually inline code, support 5 million data filtering in data zoom.)
	*/
	DataStore.prototype.selectRange = function(range) {
		var newStore = this.clone();
		var len = newStore._count;
		if (!len) return this;
		var dims = keys(range);
		var dimSize = dims.length;
		if (!dimSize) return this;
		var originalCount = newStore.count();
		var newIndices = new (getIndicesCtor(newStore._rawCount))(originalCount);
		var offset = 0;
		var dim0 = dims[0];
		var min = range[dim0][0];
		var max = range[dim0][1];
		var storeArr = newStore._chunks;
		var quickFinished = false;
		if (!newStore._indices) {
			var idx = 0;
			if (dimSize === 1) {
				var dimStorage = storeArr[dims[0]];
				for (var i = 0; i < len; i++) {
					var val = dimStorage[i];
					if (val >= min && val <= max || isNaN(val)) newIndices[offset++] = idx;
					idx++;
				}
				quickFinished = true;
			} else if (dimSize === 2) {
				var dimStorage = storeArr[dims[0]];
				var dimStorage2 = storeArr[dims[1]];
				var min2 = range[dims[1]][0];
				var max2 = range[dims[1]][1];
				for (var i = 0; i < len; i++) {
					var val = dimStorage[i];
					var val2 = dimStorage2[i];
					if ((val >= min && val <= max || isNaN(val)) && (val2 >= min2 && val2 <= max2 || isNaN(val2))) newIndices[offset++] = idx;
					idx++;
				}
				quickFinished = true;
			}
		}
		if (!quickFinished) {
			if (dimSize === 1) for (var i = 0; i < originalCount; i++) {
				var rawIndex = newStore.getRawIndex(i);
				var val = storeArr[dims[0]][rawIndex];
				if (val >= min && val <= max || isNaN(val)) newIndices[offset++] = rawIndex;
			}
			else for (var i = 0; i < originalCount; i++) {
				var keep = true;
				var rawIndex = newStore.getRawIndex(i);
				for (var k = 0; k < dimSize; k++) {
					var dimk = dims[k];
					var val = storeArr[dimk][rawIndex];
					if (val < range[dimk][0] || val > range[dimk][1]) keep = false;
				}
				if (keep) newIndices[offset++] = newStore.getRawIndex(i);
			}
		}
		if (offset < originalCount) newStore._indices = newIndices;
		newStore._count = offset;
		newStore._extent = [];
		newStore._updateGetRawIdx();
		return newStore;
	};
	/**
	* Data mapping to a new List with given dimensions
	*/
	DataStore.prototype.map = function(dims, cb) {
		var target = this.clone(dims);
		this._updateDims(target, dims, cb);
		return target;
	};
	/**
	* @caution Danger!! Only used in dataStack.
	*/
	DataStore.prototype.modify = function(dims, cb) {
		this._updateDims(this, dims, cb);
	};
	DataStore.prototype._updateDims = function(target, dims, cb) {
		var targetChunks = target._chunks;
		var tmpRetValue = [];
		var dimSize = dims.length;
		var dataCount = target.count();
		var values = [];
		var rawExtent = target._rawExtent;
		for (var i = 0; i < dims.length; i++) rawExtent[dims[i]] = initExtentForUnion();
		for (var dataIndex = 0; dataIndex < dataCount; dataIndex++) {
			var rawIndex = target.getRawIndex(dataIndex);
			for (var k = 0; k < dimSize; k++) values[k] = targetChunks[dims[k]][rawIndex];
			values[dimSize] = dataIndex;
			var retValue = cb && cb.apply(null, values);
			if (retValue != null) {
				if (typeof retValue !== "object") {
					tmpRetValue[0] = retValue;
					retValue = tmpRetValue;
				}
				for (var i = 0; i < retValue.length; i++) {
					var dim = dims[i];
					var val = retValue[i];
					var rawExtentOnDim = rawExtent[dim];
					var dimStore = targetChunks[dim];
					if (dimStore) dimStore[rawIndex] = val;
					if (val < rawExtentOnDim[0]) rawExtentOnDim[0] = val;
					if (val > rawExtentOnDim[1]) rawExtentOnDim[1] = val;
				}
			}
		}
	};
	/**
	* Large data down sampling using largest-triangle-three-buckets
	* @param {string} valueDimension
	* @param {number} targetCount
	*/
	DataStore.prototype.lttbDownSample = function(valueDimension, rate) {
		var target = this.clone([valueDimension], true);
		var dimStore = target._chunks[valueDimension];
		var len = this.count();
		var sampledIndex = 0;
		var frameSize = Math.floor(1 / rate);
		var currentRawIndex = this.getRawIndex(0);
		var maxArea;
		var area;
		var nextRawIndex;
		var newIndices = new (getIndicesCtor(this._rawCount))(Math.min((Math.ceil(len / frameSize) + 2) * 2, len));
		newIndices[sampledIndex++] = currentRawIndex;
		for (var i = 1; i < len - 1; i += frameSize) {
			var nextFrameStart = Math.min(i + frameSize, len - 1);
			var nextFrameEnd = Math.min(i + frameSize * 2, len);
			var avgX = (nextFrameEnd + nextFrameStart) / 2;
			var avgY = 0;
			for (var idx = nextFrameStart; idx < nextFrameEnd; idx++) {
				var rawIndex = this.getRawIndex(idx);
				var y = dimStore[rawIndex];
				if (isNaN(y)) continue;
				avgY += y;
			}
			avgY /= nextFrameEnd - nextFrameStart;
			var frameStart = i;
			var frameEnd = Math.min(i + frameSize, len);
			var pointAX = i - 1;
			var pointAY = dimStore[currentRawIndex];
			maxArea = -1;
			nextRawIndex = frameStart;
			var firstNaNIndex = -1;
			var countNaN = 0;
			for (var idx = frameStart; idx < frameEnd; idx++) {
				var rawIndex = this.getRawIndex(idx);
				var y = dimStore[rawIndex];
				if (isNaN(y)) {
					countNaN++;
					if (firstNaNIndex < 0) firstNaNIndex = rawIndex;
					continue;
				}
				area = Math.abs((pointAX - avgX) * (y - pointAY) - (pointAX - idx) * (avgY - pointAY));
				if (area > maxArea) {
					maxArea = area;
					nextRawIndex = rawIndex;
				}
			}
			if (countNaN > 0 && countNaN < frameEnd - frameStart) {
				newIndices[sampledIndex++] = Math.min(firstNaNIndex, nextRawIndex);
				nextRawIndex = Math.max(firstNaNIndex, nextRawIndex);
			}
			newIndices[sampledIndex++] = nextRawIndex;
			currentRawIndex = nextRawIndex;
		}
		newIndices[sampledIndex++] = this.getRawIndex(len - 1);
		target._count = sampledIndex;
		target._indices = newIndices;
		target.getRawIndex = this._getRawIdx;
		return target;
	};
	/**
	* Large data down sampling using min-max
	* @param {string} valueDimension
	* @param {number} rate
	*/
	DataStore.prototype.minmaxDownSample = function(valueDimension, rate) {
		var target = this.clone([valueDimension], true);
		var targetStorage = target._chunks;
		var frameSize = Math.floor(1 / rate);
		var dimStore = targetStorage[valueDimension];
		var len = this.count();
		var newIndices = new (getIndicesCtor(this._rawCount))(Math.ceil(len / frameSize) * 2);
		var offset = 0;
		for (var i = 0; i < len; i += frameSize) {
			var minIndex = i;
			var minValue = dimStore[this.getRawIndex(minIndex)];
			var maxIndex = i;
			var maxValue = dimStore[this.getRawIndex(maxIndex)];
			var thisFrameSize = frameSize;
			if (i + frameSize > len) thisFrameSize = len - i;
			for (var k = 0; k < thisFrameSize; k++) {
				var value = dimStore[this.getRawIndex(i + k)];
				if (value < minValue) {
					minValue = value;
					minIndex = i + k;
				}
				if (value > maxValue) {
					maxValue = value;
					maxIndex = i + k;
				}
			}
			var rawMinIndex = this.getRawIndex(minIndex);
			var rawMaxIndex = this.getRawIndex(maxIndex);
			if (minIndex < maxIndex) {
				newIndices[offset++] = rawMinIndex;
				newIndices[offset++] = rawMaxIndex;
			} else {
				newIndices[offset++] = rawMaxIndex;
				newIndices[offset++] = rawMinIndex;
			}
		}
		target._count = offset;
		target._indices = newIndices;
		target._updateGetRawIdx();
		return target;
	};
	/**
	* Large data down sampling on given dimension
	* @param sampleIndex Sample index for name and id
	*/
	DataStore.prototype.downSample = function(dimension, rate, sampleValue, sampleIndex) {
		var target = this.clone([dimension], true);
		var targetStorage = target._chunks;
		var frameValues = [];
		var frameSize = Math.floor(1 / rate);
		var dimStore = targetStorage[dimension];
		var len = this.count();
		var rawExtentOnDim = target._rawExtent[dimension] = initExtentForUnion();
		var newIndices = new (getIndicesCtor(this._rawCount))(Math.ceil(len / frameSize));
		var offset = 0;
		for (var i = 0; i < len; i += frameSize) {
			if (frameSize > len - i) {
				frameSize = len - i;
				frameValues.length = frameSize;
			}
			for (var k = 0; k < frameSize; k++) {
				var dataIdx = this.getRawIndex(i + k);
				frameValues[k] = dimStore[dataIdx];
			}
			var value = sampleValue(frameValues);
			var sampleFrameIdx = this.getRawIndex(Math.min(i + sampleIndex(frameValues, value) || 0, len - 1));
			dimStore[sampleFrameIdx] = value;
			if (value < rawExtentOnDim[0]) rawExtentOnDim[0] = value;
			if (value > rawExtentOnDim[1]) rawExtentOnDim[1] = value;
			newIndices[offset++] = sampleFrameIdx;
		}
		target._count = offset;
		target._indices = newIndices;
		target._updateGetRawIdx();
		return target;
	};
	/**
	* Data iteration
	* @param ctx default this
	* @example
	*  list.each(0, function (x, idx) {});
	*  list.each([0, 1], function (x, y, idx) {});
	*  list.each(function (idx) {})
	*/
	DataStore.prototype.each = function(dims, cb) {
		if (!this._count) return;
		var dimSize = dims.length;
		var chunks = this._chunks;
		for (var i = 0, len = this.count(); i < len; i++) {
			var rawIdx = this.getRawIndex(i);
			switch (dimSize) {
				case 0:
					cb(i);
					break;
				case 1:
					cb(chunks[dims[0]][rawIdx], i);
					break;
				case 2:
					cb(chunks[dims[0]][rawIdx], chunks[dims[1]][rawIdx], i);
					break;
				default:
					var k = 0;
					var value = [];
					for (; k < dimSize; k++) value[k] = chunks[dims[k]][rawIdx];
					value[k] = i;
					cb.apply(null, value);
			}
		}
	};
	DataStore.prototype.getDataExtent = function(dim, filter) {
		var dimData = this._chunks[dim];
		var initialExtent = initExtentForUnion();
		if (!dimData) return initialExtent;
		var currEnd = this.count();
		if (!this._indices && !filter) return this._rawExtent[dim].slice();
		var thisExtent = this._extent;
		var dimExtentRecord = thisExtent[dim] || (thisExtent[dim] = {});
		var filterParsed = parseSanitizationFilter(filter);
		var filterKey = filterParsed.key;
		var dimExtent = dimExtentRecord[filterKey];
		if (dimExtent) return dimExtent.slice();
		var min = initialExtent[0];
		var max = initialExtent[1];
		for (var i = 0; i < currEnd; i++) {
			var value = dimData[this.getRawIndex(i)];
			if (!filter || passesSanitizationFilter(filterParsed, value)) {
				if (value < min) min = value;
				if (value > max) max = value;
			}
		}
		return dimExtentRecord[filterKey] = [min, max];
	};
	/**
	* Get raw data item
	*/
	DataStore.prototype.getRawDataItem = function(idx) {
		var rawIdx = this.getRawIndex(idx);
		if (!this._provider.persistent) {
			var val = [];
			var chunks = this._chunks;
			for (var i = 0; i < chunks.length; i++) val.push(chunks[i][rawIdx]);
			return val;
		} else return this._provider.getItem(rawIdx);
	};
	/**
	* Clone shallow.
	*
	* @param clonedDims Determine which dims to clone. Will share the data if not specified.
	*/
	DataStore.prototype.clone = function(clonedDims, ignoreIndices) {
		var target = new DataStore();
		var chunks = this._chunks;
		var clonedDimsMap = clonedDims && reduce(clonedDims, function(obj, dimIdx) {
			obj[dimIdx] = true;
			return obj;
		}, {});
		if (clonedDimsMap) for (var i = 0; i < chunks.length; i++) target._chunks[i] = !clonedDimsMap[i] ? chunks[i] : cloneChunk(chunks[i]);
		else target._chunks = chunks;
		this._copyCommonProps(target);
		if (!ignoreIndices) target._indices = this._cloneIndices();
		target._updateGetRawIdx();
		return target;
	};
	DataStore.prototype._copyCommonProps = function(target) {
		target._count = this._count;
		target._rawCount = this._rawCount;
		target._provider = this._provider;
		target._dimensions = this._dimensions;
		target._extent = clone$1(this._extent);
		target._rawExtent = clone$1(this._rawExtent);
	};
	DataStore.prototype._cloneIndices = function() {
		if (this._indices) {
			var Ctor = this._indices.constructor;
			var indices = void 0;
			if (Ctor === Array) {
				var thisCount = this._indices.length;
				indices = new Ctor(thisCount);
				for (var i = 0; i < thisCount; i++) indices[i] = this._indices[i];
			} else indices = new Ctor(this._indices);
			return indices;
		}
		return null;
	};
	DataStore.prototype._getRawIdxIdentity = function(idx) {
		return idx;
	};
	DataStore.prototype._getRawIdx = function(idx) {
		if (idx < this._count && idx >= 0) return this._indices[idx];
		return -1;
	};
	DataStore.prototype._updateGetRawIdx = function() {
		this.getRawIndex = this._indices ? this._getRawIdx : this._getRawIdxIdentity;
	};
	DataStore.internalField = function() {
		function getDimValueSimply(dataItem, property, dataIndex, dimIndex) {
			return parseDataValue(dataItem[dimIndex], this._dimensions[dimIndex]);
		}
		defaultDimValueGetters = {
			arrayRows: getDimValueSimply,
			objectRows: function(dataItem, property, dataIndex, dimIndex) {
				return parseDataValue(dataItem[property], this._dimensions[dimIndex]);
			},
			keyedColumns: getDimValueSimply,
			original: function(dataItem, property, dataIndex, dimIndex) {
				var value = dataItem && (dataItem.value == null ? dataItem : dataItem.value);
				return parseDataValue(value instanceof Array ? value[dimIndex] : value, this._dimensions[dimIndex]);
			},
			typedArray: function(dataItem, property, dataIndex, dimIndex) {
				return dataItem[dimIndex];
			}
		};
	}();
	return DataStore;
}();

// node_modules/echarts/lib/data/helper/SeriesDataSchema.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$12 = makeInner();
var dimTypeShort = {
	float: "f",
	int: "i",
	ordinal: "o",
	number: "n",
	time: "t"
};
/**
* Represents the dimension requirement of a series.
*
* NOTICE:
* When there are too many dimensions in dataset and many series, only the used dimensions
* (i.e., used by coord sys and declared in `series.encode`) are add to `dimensionDefineList`.
* But users may query data by other unused dimension names.
* In this case, users can only query data if and only if they have defined dimension names
* via ec option, so we provide `getDimensionIndexFromSource`, which only query them from
* `source` dimensions.
*/
var SeriesDataSchema = function() {
	function SeriesDataSchema(opt) {
		this.dimensions = opt.dimensions;
		this._dimOmitted = opt.dimensionOmitted;
		this.source = opt.source;
		this._fullDimCount = opt.fullDimensionCount;
		this._updateDimOmitted(opt.dimensionOmitted);
	}
	SeriesDataSchema.prototype.isDimensionOmitted = function() {
		return this._dimOmitted;
	};
	SeriesDataSchema.prototype._updateDimOmitted = function(dimensionOmitted) {
		this._dimOmitted = dimensionOmitted;
		if (!dimensionOmitted) return;
		if (!this._dimNameMap) this._dimNameMap = ensureSourceDimNameMap(this.source);
	};
	/**
	* @caution Can only be used when `dimensionOmitted: true`.
	*
	* Get index by user defined dimension name (i.e., not internal generate name).
	* That is, get index from `dimensionsDefine`.
	* If no `dimensionsDefine`, or no name get, return -1.
	*/
	SeriesDataSchema.prototype.getSourceDimensionIndex = function(dimName) {
		return retrieve2(this._dimNameMap.get(dimName), -1);
	};
	/**
	* @caution Can only be used when `dimensionOmitted: true`.
	*
	* Notice: may return `null`/`undefined` if user not specify dimension names.
	*/
	SeriesDataSchema.prototype.getSourceDimension = function(dimIndex) {
		var dimensionsDefine = this.source.dimensionsDefine;
		if (dimensionsDefine) return dimensionsDefine[dimIndex];
	};
	SeriesDataSchema.prototype.makeStoreSchema = function() {
		var dimCount = this._fullDimCount;
		var willRetrieveDataByName = shouldRetrieveDataByName(this.source);
		var makeHashStrict = !shouldOmitUnusedDimensions(dimCount);
		var dimHash = "";
		var dims = [];
		for (var fullDimIdx = 0, seriesDimIdx = 0; fullDimIdx < dimCount; fullDimIdx++) {
			var property = void 0;
			var type = void 0;
			var ordinalMeta = void 0;
			var seriesDimDef = this.dimensions[seriesDimIdx];
			if (seriesDimDef && seriesDimDef.storeDimIndex === fullDimIdx) {
				property = willRetrieveDataByName ? seriesDimDef.name : null;
				type = seriesDimDef.type;
				ordinalMeta = seriesDimDef.ordinalMeta;
				seriesDimIdx++;
			} else {
				var sourceDimDef = this.getSourceDimension(fullDimIdx);
				if (sourceDimDef) {
					property = willRetrieveDataByName ? sourceDimDef.name : null;
					type = sourceDimDef.type;
				}
			}
			dims.push({
				property,
				type,
				ordinalMeta
			});
			if (willRetrieveDataByName && property != null && (!seriesDimDef || !seriesDimDef.isCalculationCoord)) dimHash += makeHashStrict ? property.replace(/\`/g, "`1").replace(/\$/g, "`2") : property;
			dimHash += "$";
			dimHash += dimTypeShort[type] || "f";
			if (ordinalMeta) dimHash += ordinalMeta.uid;
			dimHash += "$";
		}
		var source = this.source;
		return {
			dimensions: dims,
			hash: [
				source.seriesLayoutBy,
				source.startIndex,
				dimHash
			].join("$$")
		};
	};
	SeriesDataSchema.prototype.makeOutputDimensionNames = function() {
		var result = [];
		for (var fullDimIdx = 0, seriesDimIdx = 0; fullDimIdx < this._fullDimCount; fullDimIdx++) {
			var name_1 = void 0;
			var seriesDimDef = this.dimensions[seriesDimIdx];
			if (seriesDimDef && seriesDimDef.storeDimIndex === fullDimIdx) {
				if (!seriesDimDef.isCalculationCoord) name_1 = seriesDimDef.name;
				seriesDimIdx++;
			} else {
				var sourceDimDef = this.getSourceDimension(fullDimIdx);
				if (sourceDimDef) name_1 = sourceDimDef.name;
			}
			result.push(name_1);
		}
		return result;
	};
	SeriesDataSchema.prototype.appendCalculationDimension = function(dimDef) {
		this.dimensions.push(dimDef);
		dimDef.isCalculationCoord = true;
		this._fullDimCount++;
		this._updateDimOmitted(true);
	};
	return SeriesDataSchema;
}();
function isSeriesDataSchema(schema) {
	return schema instanceof SeriesDataSchema;
}
function createDimNameMap(dimsDef) {
	var dataDimNameMap = createHashMap();
	for (var i = 0; i < (dimsDef || []).length; i++) {
		var dimDefItemRaw = dimsDef[i];
		var userDimName = isObject$2(dimDefItemRaw) ? dimDefItemRaw.name : dimDefItemRaw;
		if (userDimName != null && dataDimNameMap.get(userDimName) == null) dataDimNameMap.set(userDimName, i);
	}
	return dataDimNameMap;
}
function ensureSourceDimNameMap(source) {
	var innerSource = inner$12(source);
	return innerSource.dimNameMap || (innerSource.dimNameMap = createDimNameMap(source.dimensionsDefine));
}
function shouldOmitUnusedDimensions(dimCount) {
	return dimCount > 30;
}

// node_modules/echarts/lib/data/SeriesData.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var isObject$1 = isObject$2;
var map = map$1;
var CtorInt32Array = typeof Int32Array === "undefined" ? Array : Int32Array;
var ID_PREFIX = "e\0\0";
var INDEX_NOT_FOUND = -1;
var TRANSFERABLE_PROPERTIES = [
	"hasItemOption",
	"_nameList",
	"_idList",
	"_invertedIndicesMap",
	"_dimSummary",
	"userOutput",
	"_rawData",
	"_dimValueGetter",
	"_nameDimIdx",
	"_idDimIdx",
	"_nameRepeatCount"
];
var CLONE_PROPERTIES = ["_approximateExtent"];
var prepareInvertedIndex;
var getId;
var getIdNameFromStore;
var normalizeDimensions;
var transferProperties;
var cloneListForMapAndSample;
var makeIdFromName;
var SeriesData = function() {
	/**
	* @param dimensionsInput.dimensions
	*        For example, ['someDimName', {name: 'someDimName', type: 'someDimType'}, ...].
	*        Dimensions should be concrete names like x, y, z, lng, lat, angle, radius
	*/
	function SeriesData(dimensionsInput, hostModel) {
		this.type = "list";
		this._dimOmitted = false;
		this._nameList = [];
		this._idList = [];
		this._visual = {};
		this._layout = {};
		this._itemVisuals = [];
		this._itemLayouts = [];
		this._graphicEls = [];
		this._approximateExtent = {};
		this._calculationInfo = {};
		this.hasItemOption = false;
		this.TRANSFERABLE_METHODS = [
			"cloneShallow",
			"downSample",
			"minmaxDownSample",
			"lttbDownSample",
			"map"
		];
		this.CHANGABLE_METHODS = ["filterSelf", "selectRange"];
		this.DOWNSAMPLE_METHODS = [
			"downSample",
			"minmaxDownSample",
			"lttbDownSample"
		];
		var dimensions;
		var assignStoreDimIdx = false;
		if (isSeriesDataSchema(dimensionsInput)) {
			dimensions = dimensionsInput.dimensions;
			this._dimOmitted = dimensionsInput.isDimensionOmitted();
			this._schema = dimensionsInput;
		} else {
			assignStoreDimIdx = true;
			dimensions = dimensionsInput;
		}
		dimensions = dimensions || ["x", "y"];
		var dimensionInfos = {};
		var dimensionNames = [];
		var invertedIndicesMap = {};
		var needsHasOwn = false;
		var emptyObj = {};
		for (var i = 0; i < dimensions.length; i++) {
			var dimInfoInput = dimensions[i];
			var dimensionInfo = isString(dimInfoInput) ? new SeriesDimensionDefine({ name: dimInfoInput }) : !(dimInfoInput instanceof SeriesDimensionDefine) ? new SeriesDimensionDefine(dimInfoInput) : dimInfoInput;
			var dimensionName = dimensionInfo.name;
			dimensionInfo.type = dimensionInfo.type || "float";
			if (!dimensionInfo.coordDim) {
				dimensionInfo.coordDim = dimensionName;
				dimensionInfo.coordDimIndex = 0;
			}
			var otherDims = dimensionInfo.otherDims = dimensionInfo.otherDims || {};
			dimensionNames.push(dimensionName);
			dimensionInfos[dimensionName] = dimensionInfo;
			if (emptyObj[dimensionName] != null) needsHasOwn = true;
			if (dimensionInfo.createInvertedIndices) invertedIndicesMap[dimensionName] = [];
			if (process.env.NODE_ENV !== "production") assert(assignStoreDimIdx || dimensionInfo.storeDimIndex >= 0);
			if (assignStoreDimIdx) dimensionInfo.storeDimIndex = i;
			if (otherDims.itemName === 0) this._nameDimIdx = dimensionInfo.storeDimIndex;
			if (otherDims.itemId === 0) this._idDimIdx = dimensionInfo.storeDimIndex;
		}
		this.dimensions = dimensionNames;
		this._dimInfos = dimensionInfos;
		this._initGetDimensionInfo(needsHasOwn);
		this.hostModel = hostModel;
		this._invertedIndicesMap = invertedIndicesMap;
		if (this._dimOmitted) {
			var dimIdxToName_1 = this._dimIdxToName = createHashMap();
			each$3(dimensionNames, function(dimName) {
				dimIdxToName_1.set(dimensionInfos[dimName].storeDimIndex, dimName);
			});
		}
	}
	/**
	*
	* Get concrete dimension name by dimension name or dimension index.
	* If input a dimension name, do not validate whether the dimension name exits.
	*
	* @caution
	* @param dim Must make sure the dimension is `SeriesDimensionLoose`.
	* Because only those dimensions will have auto-generated dimension names if not
	* have a user-specified name, and other dimensions will get a return of null/undefined.
	*
	* @notice Because of this reason, should better use `getDimensionIndex` instead, for examples:
	* ```js
	* const val = data.getStore().get(data.getDimensionIndex(dim), dataIdx);
	* ```
	*
	* @return Concrete dim name.
	*/
	SeriesData.prototype.getDimension = function(dim) {
		var dimIdx = this._recognizeDimIndex(dim);
		if (dimIdx == null) return dim;
		dimIdx = dim;
		if (!this._dimOmitted) return this.dimensions[dimIdx];
		var dimName = this._dimIdxToName.get(dimIdx);
		if (dimName != null) return dimName;
		var sourceDimDef = this._schema.getSourceDimension(dimIdx);
		if (sourceDimDef) return sourceDimDef.name;
	};
	/**
	* Get dimension index in data store. Return -1 if not found.
	* Can be used to index value from getRawValue.
	*/
	SeriesData.prototype.getDimensionIndex = function(dim) {
		var dimIdx = this._recognizeDimIndex(dim);
		if (dimIdx != null) return dimIdx;
		if (dim == null) return -1;
		var dimInfo = this._getDimInfo(dim);
		return dimInfo ? dimInfo.storeDimIndex : this._dimOmitted ? this._schema.getSourceDimensionIndex(dim) : -1;
	};
	/**
	* The meanings of the input parameter `dim`:
	*
	* + If dim is a number (e.g., `1`), it means the index of the dimension.
	*   For example, `getDimension(0)` will return 'x' or 'lng' or 'radius'.
	* + If dim is a number-like string (e.g., `"1"`):
	*     + If there is the same concrete dim name defined in `series.dimensions` or `dataset.dimensions`,
	*        it means that concrete name.
	*     + If not, it will be converted to a number, which means the index of the dimension.
	*        (why? because of the backward compatibility. We have been tolerating number-like string in
	*        dimension setting, although now it seems that it is not a good idea.)
	*     For example, `visualMap[i].dimension: "1"` is the same meaning as `visualMap[i].dimension: 1`,
	*     if no dimension name is defined as `"1"`.
	* + If dim is a not-number-like string, it means the concrete dim name.
	*   For example, it can be be default name `"x"`, `"y"`, `"z"`, `"lng"`, `"lat"`, `"angle"`, `"radius"`,
	*   or customized in `dimensions` property of option like `"age"`.
	*
	* @return recognized `DimensionIndex`. Otherwise return null/undefined (means that dim is `DimensionName`).
	*/
	SeriesData.prototype._recognizeDimIndex = function(dim) {
		if (isNumber(dim) || dim != null && !isNaN(dim) && !this._getDimInfo(dim) && (!this._dimOmitted || this._schema.getSourceDimensionIndex(dim) < 0)) return +dim;
	};
	SeriesData.prototype._getStoreDimIndex = function(dim) {
		var dimIdx = this.getDimensionIndex(dim);
		if (process.env.NODE_ENV !== "production") {
			if (dimIdx == null) throw new Error("Unknown dimension " + dim);
		}
		return dimIdx;
	};
	/**
	* Get type and calculation info of particular dimension
	* @param dim
	*        Dimension can be concrete names like x, y, z, lng, lat, angle, radius
	*        Or a ordinal number. For example getDimensionInfo(0) will return 'x' or 'lng' or 'radius'
	*/
	SeriesData.prototype.getDimensionInfo = function(dim) {
		return this._getDimInfo(this.getDimension(dim));
	};
	SeriesData.prototype._initGetDimensionInfo = function(needsHasOwn) {
		var dimensionInfos = this._dimInfos;
		this._getDimInfo = needsHasOwn ? function(dimName) {
			return dimensionInfos.hasOwnProperty(dimName) ? dimensionInfos[dimName] : void 0;
		} : function(dimName) {
			return dimensionInfos[dimName];
		};
	};
	/**
	* concrete dimension name list on coord.
	*/
	SeriesData.prototype.getDimensionsOnCoord = function() {
		return this._dimSummary.dataDimsOnCoord.slice();
	};
	SeriesData.prototype.mapDimension = function(coordDim, idx) {
		var dimensionsSummary = this._dimSummary;
		if (idx == null) return dimensionsSummary.encodeFirstDimNotExtra[coordDim];
		var dims = dimensionsSummary.encode[coordDim];
		return dims ? dims[idx] : null;
	};
	SeriesData.prototype.mapDimensionsAll = function(coordDim) {
		return (this._dimSummary.encode[coordDim] || []).slice();
	};
	SeriesData.prototype.getStore = function() {
		return this._store;
	};
	/**
	* Initialize from data
	* @param data source or data or data store.
	* @param nameList The name of a datum is used on data diff and
	*        default label/tooltip.
	*        A name can be specified in encode.itemName,
	*        or dataItem.name (only for series option data),
	*        or provided in nameList from outside.
	*/
	SeriesData.prototype.initData = function(data, nameList, dimValueGetter) {
		var _this = this;
		var store;
		if (data instanceof DataStore) store = data;
		if (!store) {
			var dimensions = this.dimensions;
			var provider = isSourceInstance(data) || isArrayLike(data) ? new DefaultDataProvider(data, dimensions.length) : data;
			store = new DataStore();
			var dimensionInfos = map(dimensions, function(dimName) {
				return {
					type: _this._dimInfos[dimName].type,
					property: dimName
				};
			});
			store.initData(provider, dimensionInfos, dimValueGetter);
		}
		this._store = store;
		this._nameList = (nameList || []).slice();
		this._idList = [];
		this._nameRepeatCount = {};
		this._doInit(0, store.count());
		this._dimSummary = summarizeDimensions(this, this._schema);
		this.userOutput = this._dimSummary.userOutput;
	};
	/**
	* Caution: Can be only called on raw data (before `this._indices` created).
	*/
	SeriesData.prototype.appendData = function(data) {
		var range = this._store.appendData(data);
		this._doInit(range[0], range[1]);
	};
	/**
	* Caution: Can be only called on raw data (before `this._indices` created).
	* This method does not modify `rawData` (`dataProvider`), but only
	* add values to store.
	*
	* The final count will be increased by `Math.max(values.length, names.length)`.
	*
	* @param values That is the SourceType: 'arrayRows', like
	*        [
	*            [12, 33, 44],
	*            [NaN, 43, 1],
	*            ['-', 'asdf', 0]
	*        ]
	*        Each item is exactly corresponding to a dimension.
	*/
	SeriesData.prototype.appendValues = function(values, names) {
		var _a = this._store.appendValues(values, names && names.length);
		var start = _a.start;
		var end = _a.end;
		var shouldMakeIdFromName = this._shouldMakeIdFromName();
		this._updateOrdinalMeta();
		if (names) for (var idx = start; idx < end; idx++) {
			var sourceIdx = idx - start;
			this._nameList[idx] = names[sourceIdx];
			if (shouldMakeIdFromName) makeIdFromName(this, idx);
		}
	};
	SeriesData.prototype._updateOrdinalMeta = function() {
		var store = this._store;
		var dimensions = this.dimensions;
		for (var i = 0; i < dimensions.length; i++) {
			var dimInfo = this._dimInfos[dimensions[i]];
			if (dimInfo.ordinalMeta) store.collectOrdinalMeta(dimInfo.storeDimIndex, dimInfo.ordinalMeta);
		}
	};
	SeriesData.prototype._shouldMakeIdFromName = function() {
		var provider = this._store.getProvider();
		return this._idDimIdx == null && provider.getSource().sourceFormat !== "typedArray" && !provider.fillStorage;
	};
	SeriesData.prototype._doInit = function(start, end) {
		if (start >= end) return;
		var provider = this._store.getProvider();
		this._updateOrdinalMeta();
		var nameList = this._nameList;
		var idList = this._idList;
		if (provider.getSource().sourceFormat === "original" && !provider.pure) {
			var sharedDataItem = [];
			for (var idx = start; idx < end; idx++) {
				var dataItem = provider.getItem(idx, sharedDataItem);
				if (!this.hasItemOption && isDataItemOption(dataItem)) this.hasItemOption = true;
				if (dataItem) {
					var itemName = dataItem.name;
					if (nameList[idx] == null && itemName != null) nameList[idx] = convertOptionIdName(itemName, null);
					var itemId = dataItem.id;
					if (idList[idx] == null && itemId != null) idList[idx] = convertOptionIdName(itemId, null);
				}
			}
		}
		if (this._shouldMakeIdFromName()) for (var idx = start; idx < end; idx++) makeIdFromName(this, idx);
		prepareInvertedIndex(this);
	};
	/**
	* Optimize for the scenario that data is filtered by a given extent.
	* Consider that if data amount is more than hundreds of thousand,
	* extent calculation will cost more than 10ms and the cache will
	* be erased because of the filtering.
	*/
	SeriesData.prototype.getApproximateExtent = function(dim, filter) {
		return this._approximateExtent[dim] || this._store.getDataExtent(this._getStoreDimIndex(dim), filter);
	};
	/**
	* NOTICE: `_approximateExtent` does not support filter. Callers must ensure the input extent
	* to be handled by `scale.sanitizeExtent`.
	*
	* Calculate extent on a filtered data might be time consuming.
	* Approximate extent is only used for: calculate extent of filtered data outside.
	*/
	SeriesData.prototype.setApproximateExtent = function(extent, dim) {
		dim = this.getDimension(dim);
		this._approximateExtent[dim] = extent.slice();
	};
	SeriesData.prototype.getCalculationInfo = function(key) {
		return this._calculationInfo[key];
	};
	SeriesData.prototype.setCalculationInfo = function(key, value) {
		isObject$1(key) ? extend(this._calculationInfo, key) : this._calculationInfo[key] = value;
	};
	/**
	* @return Never be null/undefined. `number` will be converted to string. Because:
	* In most cases, name is used in display, where returning a string is more convenient.
	* In other cases, name is used in query (see `indexOfName`), where we can keep the
	* rule that name `2` equals to name `'2'`.
	*/
	SeriesData.prototype.getName = function(idx) {
		var rawIndex = this.getRawIndex(idx);
		var name = this._nameList[rawIndex];
		if (name == null && this._nameDimIdx != null) name = getIdNameFromStore(this, this._nameDimIdx, rawIndex);
		if (name == null) name = "";
		return name;
	};
	SeriesData.prototype._getCategory = function(dimIdx, idx) {
		var ordinal = this._store.get(dimIdx, idx);
		var ordinalMeta = this._store.getOrdinalMeta(dimIdx);
		if (ordinalMeta) return ordinalMeta.categories[ordinal];
		return ordinal;
	};
	/**
	* @return Never null/undefined. `number` will be converted to string. Because:
	* In all cases having encountered at present, id is used in making diff comparison, which
	* are usually based on hash map. We can keep the rule that the internal id are always string
	* (treat `2` is the same as `'2'`) to make the related logic simple.
	*/
	SeriesData.prototype.getId = function(idx) {
		return getId(this, this.getRawIndex(idx));
	};
	SeriesData.prototype.count = function() {
		return this._store.count();
	};
	/**
	* Get value. Return NaN if idx is out of range.
	*
	* @notice Should better to use `data.getStore().get(dimIndex, dataIdx)` instead.
	*/
	SeriesData.prototype.get = function(dim, idx) {
		var store = this._store;
		var dimInfo = this._dimInfos[dim];
		if (dimInfo) return store.get(dimInfo.storeDimIndex, idx);
	};
	/**
	* @notice Should better to use `data.getStore().getByRawIndex(dimIndex, dataIdx)` instead.
	*/
	SeriesData.prototype.getByRawIndex = function(dim, rawIdx) {
		var store = this._store;
		var dimInfo = this._dimInfos[dim];
		if (dimInfo) return store.getByRawIndex(dimInfo.storeDimIndex, rawIdx);
	};
	SeriesData.prototype.getIndices = function() {
		return this._store.getIndices();
	};
	SeriesData.prototype.getDataExtent = function(dim) {
		return this._store.getDataExtent(this._getStoreDimIndex(dim), null);
	};
	SeriesData.prototype.getSum = function(dim) {
		return this._store.getSum(this._getStoreDimIndex(dim));
	};
	SeriesData.prototype.getMedian = function(dim) {
		return this._store.getMedian(this._getStoreDimIndex(dim));
	};
	SeriesData.prototype.getValues = function(dimensions, idx) {
		var _this = this;
		var store = this._store;
		return isArray(dimensions) ? store.getValues(map(dimensions, function(dim) {
			return _this._getStoreDimIndex(dim);
		}), idx) : store.getValues(dimensions);
	};
	/**
	* If value is NaN. Including '-'
	* Only check the coord dimensions.
	*/
	SeriesData.prototype.hasValue = function(idx) {
		var dataDimIndicesOnCoord = this._dimSummary.dataDimIndicesOnCoord;
		for (var i = 0, len = dataDimIndicesOnCoord.length; i < len; i++) if (isNaN(this._store.get(dataDimIndicesOnCoord[i], idx))) return false;
		return true;
	};
	/**
	* Retrieve the index with given name
	*/
	SeriesData.prototype.indexOfName = function(name) {
		for (var i = 0, len = this._store.count(); i < len; i++) if (this.getName(i) === name) return i;
		return -1;
	};
	SeriesData.prototype.getRawIndex = function(idx) {
		return this._store.getRawIndex(idx);
	};
	SeriesData.prototype.indexOfRawIndex = function(rawIndex) {
		return this._store.indexOfRawIndex(rawIndex);
	};
	/**
	* Only support the dimension which inverted index created.
	* Do not support other cases until required.
	* @param dim concrete dim
	* @param value ordinal index
	* @return rawIndex
	*/
	SeriesData.prototype.rawIndexOf = function(dim, value) {
		var invertedIndices = dim && this._invertedIndicesMap[dim];
		if (process.env.NODE_ENV !== "production") {
			if (!invertedIndices) throw new Error("Do not supported yet");
		}
		var rawIndex = invertedIndices && invertedIndices[value];
		if (rawIndex == null || isNaN(rawIndex)) return INDEX_NOT_FOUND;
		return rawIndex;
	};
	SeriesData.prototype.each = function(dims, cb, ctx) {
		"use strict";
		if (isFunction(dims)) {
			ctx = cb;
			cb = dims;
			dims = [];
		}
		var fCtx = ctx || this;
		var dimIndices = map(normalizeDimensions(dims), this._getStoreDimIndex, this);
		this._store.each(dimIndices, fCtx ? bind$1(cb, fCtx) : cb);
	};
	SeriesData.prototype.filterSelf = function(dims, cb, ctx) {
		"use strict";
		if (isFunction(dims)) {
			ctx = cb;
			cb = dims;
			dims = [];
		}
		var fCtx = ctx || this;
		var dimIndices = map(normalizeDimensions(dims), this._getStoreDimIndex, this);
		this._store = this._store.filter(dimIndices, fCtx ? bind$1(cb, fCtx) : cb);
		return this;
	};
	/**
	* Select data in range. (For optimization of filter)
	* (Manually inline code, support 5 million data filtering in data zoom.)
	*/
	SeriesData.prototype.selectRange = function(range) {
		"use strict";
		var _this = this;
		var innerRange = {};
		var dims = keys(range);
		var dimIndices = [];
		each$3(dims, function(dim) {
			var dimIdx = _this._getStoreDimIndex(dim);
			innerRange[dimIdx] = range[dim];
			dimIndices.push(dimIdx);
		});
		this._store = this._store.selectRange(innerRange);
		return this;
	};
	SeriesData.prototype.mapArray = function(dims, cb, ctx) {
		"use strict";
		if (isFunction(dims)) {
			ctx = cb;
			cb = dims;
			dims = [];
		}
		ctx = ctx || this;
		var result = [];
		this.each(dims, function() {
			result.push(cb && cb.apply(this, arguments));
		}, ctx);
		return result;
	};
	SeriesData.prototype.map = function(dims, cb, ctx, ctxCompat) {
		"use strict";
		var fCtx = ctx || ctxCompat || this;
		var dimIndices = map(normalizeDimensions(dims), this._getStoreDimIndex, this);
		var list = cloneListForMapAndSample(this);
		list._store = this._store.map(dimIndices, fCtx ? bind$1(cb, fCtx) : cb);
		return list;
	};
	SeriesData.prototype.modify = function(dims, cb, ctx, ctxCompat) {
		var _this = this;
		var fCtx = ctx || ctxCompat || this;
		if (process.env.NODE_ENV !== "production") each$3(normalizeDimensions(dims), function(dim) {
			if (!_this.getDimensionInfo(dim).isCalculationCoord) console.error("Danger: only stack dimension can be modified");
		});
		var dimIndices = map(normalizeDimensions(dims), this._getStoreDimIndex, this);
		this._store.modify(dimIndices, fCtx ? bind$1(cb, fCtx) : cb);
	};
	/**
	* Large data down sampling on given dimension
	* @param sampleIndex Sample index for name and id
	*/
	SeriesData.prototype.downSample = function(dimension, rate, sampleValue, sampleIndex) {
		var list = cloneListForMapAndSample(this);
		list._store = this._store.downSample(this._getStoreDimIndex(dimension), rate, sampleValue, sampleIndex);
		return list;
	};
	/**
	* Large data down sampling using min-max
	* @param {string} valueDimension
	* @param {number} rate
	*/
	SeriesData.prototype.minmaxDownSample = function(valueDimension, rate) {
		var list = cloneListForMapAndSample(this);
		list._store = this._store.minmaxDownSample(this._getStoreDimIndex(valueDimension), rate);
		return list;
	};
	/**
	* Large data down sampling using largest-triangle-three-buckets
	* @param {string} valueDimension
	* @param {number} targetCount
	*/
	SeriesData.prototype.lttbDownSample = function(valueDimension, rate) {
		var list = cloneListForMapAndSample(this);
		list._store = this._store.lttbDownSample(this._getStoreDimIndex(valueDimension), rate);
		return list;
	};
	SeriesData.prototype.getRawDataItem = function(idx) {
		return this._store.getRawDataItem(idx);
	};
	/**
	* Get model of one data item.
	*/
	SeriesData.prototype.getItemModel = function(idx) {
		var hostModel = this.hostModel;
		var dataItem = this.getRawDataItem(idx);
		return new Model(dataItem, hostModel, hostModel && hostModel.ecModel);
	};
	/**
	* Create a data differ
	*/
	SeriesData.prototype.diff = function(otherList) {
		var thisList = this;
		return new DataDiffer(otherList ? otherList.getStore().getIndices() : [], this.getStore().getIndices(), function(idx) {
			return getId(otherList, idx);
		}, function(idx) {
			return getId(thisList, idx);
		});
	};
	/**
	* Get visual property.
	*/
	SeriesData.prototype.getVisual = function(key) {
		var visual = this._visual;
		return visual && visual[key];
	};
	SeriesData.prototype.setVisual = function(kvObj, val) {
		this._visual = this._visual || {};
		if (isObject$1(kvObj)) extend(this._visual, kvObj);
		else this._visual[kvObj] = val;
	};
	/**
	* Get visual property of single data item
	*/
	SeriesData.prototype.getItemVisual = function(idx, key) {
		var itemVisual = this._itemVisuals[idx];
		var val = itemVisual && itemVisual[key];
		if (val == null) return this.getVisual(key);
		return val;
	};
	/**
	* If exists visual property of single data item
	*/
	SeriesData.prototype.hasItemVisual = function() {
		return this._itemVisuals.length > 0;
	};
	/**
	* Make sure itemVisual property is unique
	*/
	SeriesData.prototype.ensureUniqueItemVisual = function(idx, key) {
		var itemVisuals = this._itemVisuals;
		var itemVisual = itemVisuals[idx];
		if (!itemVisual) itemVisual = itemVisuals[idx] = {};
		var val = itemVisual[key];
		if (val == null) {
			val = this.getVisual(key);
			if (isArray(val)) val = val.slice();
			else if (isObject$1(val)) val = extend({}, val);
			itemVisual[key] = val;
		}
		return val;
	};
	SeriesData.prototype.setItemVisual = function(idx, key, value) {
		var itemVisual = this._itemVisuals[idx] || {};
		this._itemVisuals[idx] = itemVisual;
		if (isObject$1(key)) extend(itemVisual, key);
		else itemVisual[key] = value;
	};
	/**
	* Clear itemVisuals and list visual.
	*/
	SeriesData.prototype.clearAllVisual = function() {
		this._visual = {};
		this._itemVisuals = [];
	};
	SeriesData.prototype.setLayout = function(key, val) {
		isObject$1(key) ? extend(this._layout, key) : this._layout[key] = val;
	};
	/**
	* Get layout property.
	*/
	SeriesData.prototype.getLayout = function(key) {
		return this._layout[key];
	};
	/**
	* Get layout of single data item
	*/
	SeriesData.prototype.getItemLayout = function(idx) {
		return this._itemLayouts[idx];
	};
	/**
	* Set layout of single data item
	*/
	SeriesData.prototype.setItemLayout = function(idx, layout, merge) {
		this._itemLayouts[idx] = merge ? extend(this._itemLayouts[idx] || {}, layout) : layout;
	};
	/**
	* Clear all layout of single data item
	*/
	SeriesData.prototype.clearItemLayouts = function() {
		this._itemLayouts.length = 0;
	};
	/**
	* Set graphic element relative to data. It can be set as null
	*/
	SeriesData.prototype.setItemGraphicEl = function(idx, el) {
		var seriesIndex = this.hostModel && this.hostModel.seriesIndex;
		setCommonECData(seriesIndex, this.dataType, idx, el);
		this._graphicEls[idx] = el;
	};
	SeriesData.prototype.getItemGraphicEl = function(idx) {
		return this._graphicEls[idx];
	};
	SeriesData.prototype.eachItemGraphicEl = function(cb, context) {
		each$3(this._graphicEls, function(el, idx) {
			if (el) cb && cb.call(context, el, idx);
		});
	};
	/**
	* Shallow clone a new list except visual and layout properties, and graph elements.
	* New list only change the indices.
	*/
	SeriesData.prototype.cloneShallow = function(list) {
		if (!list) list = new SeriesData(this._schema ? this._schema : map(this.dimensions, this._getDimInfo, this), this.hostModel);
		transferProperties(list, this);
		list._store = this._store;
		return list;
	};
	/**
	* Wrap some method to add more feature
	*/
	SeriesData.prototype.wrapMethod = function(methodName, injectFunction) {
		var originalMethod = this[methodName];
		if (!isFunction(originalMethod)) return;
		this.__wrappedMethods = this.__wrappedMethods || [];
		this.__wrappedMethods.push(methodName);
		this[methodName] = function() {
			var res = originalMethod.apply(this, arguments);
			return injectFunction.apply(this, [res].concat(slice(arguments)));
		};
	};
	SeriesData.internalField = function() {
		prepareInvertedIndex = function(data) {
			var invertedIndicesMap = data._invertedIndicesMap;
			each$3(invertedIndicesMap, function(invertedIndices, dim) {
				var dimInfo = data._dimInfos[dim];
				var ordinalMeta = dimInfo.ordinalMeta;
				var store = data._store;
				if (ordinalMeta) {
					invertedIndices = invertedIndicesMap[dim] = new CtorInt32Array(ordinalMeta.categories.length);
					for (var i = 0; i < invertedIndices.length; i++) invertedIndices[i] = INDEX_NOT_FOUND;
					for (var i = 0; i < store.count(); i++) invertedIndices[store.get(dimInfo.storeDimIndex, i)] = i;
				}
			});
		};
		getIdNameFromStore = function(data, dimIdx, idx) {
			return convertOptionIdName(data._getCategory(dimIdx, idx), null);
		};
		/**
		* @see the comment of `List['getId']`.
		*/
		getId = function(data, rawIndex) {
			var id = data._idList[rawIndex];
			if (id == null && data._idDimIdx != null) id = getIdNameFromStore(data, data._idDimIdx, rawIndex);
			if (id == null) id = ID_PREFIX + rawIndex;
			return id;
		};
		normalizeDimensions = function(dimensions) {
			if (!isArray(dimensions)) dimensions = dimensions != null ? [dimensions] : [];
			return dimensions;
		};
		/**
		* Data in excludeDimensions is copied, otherwise transferred.
		*/
		cloneListForMapAndSample = function(original) {
			var list = new SeriesData(original._schema ? original._schema : map(original.dimensions, original._getDimInfo, original), original.hostModel);
			transferProperties(list, original);
			return list;
		};
		transferProperties = function(target, source) {
			each$3(TRANSFERABLE_PROPERTIES.concat(source.__wrappedMethods || []), function(propName) {
				if (source.hasOwnProperty(propName)) target[propName] = source[propName];
			});
			target.__wrappedMethods = source.__wrappedMethods;
			each$3(CLONE_PROPERTIES, function(propName) {
				target[propName] = clone$1(source[propName]);
			});
			target._calculationInfo = extend({}, source._calculationInfo);
		};
		makeIdFromName = function(data, idx) {
			var nameList = data._nameList;
			var idList = data._idList;
			var nameDimIdx = data._nameDimIdx;
			var idDimIdx = data._idDimIdx;
			var name = nameList[idx];
			var id = idList[idx];
			if (name == null && nameDimIdx != null) nameList[idx] = name = getIdNameFromStore(data, nameDimIdx, idx);
			if (id == null && idDimIdx != null) idList[idx] = id = getIdNameFromStore(data, idDimIdx, idx);
			if (id == null && name != null) {
				var nameRepeatCount = data._nameRepeatCount;
				var nmCnt = nameRepeatCount[name] = (nameRepeatCount[name] || 0) + 1;
				id = name;
				if (nmCnt > 1) id += "__ec__" + nmCnt;
				idList[idx] = id;
			}
		};
	}();
	return SeriesData;
}();

// node_modules/echarts/lib/data/helper/createDimensions.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* This method builds the relationship between:
* + "what the coord sys or series requires (see `coordDimensions`)",
* + "what the user defines (in `encode` and `dimensions`, see `opt.dimensionsDefine` and `opt.encodeDefine`)"
* + "what the data source provids (see `source`)".
*
* Some guess strategy will be adapted if user does not define something.
* If no 'value' dimension specified, the first no-named dimension will be
* named as 'value'.
*
* @return The results are always sorted by `storeDimIndex` asc.
*/
function prepareSeriesDataSchema(source, opt) {
	if (!isSourceInstance(source)) source = createSourceFromSeriesDataOption(source);
	opt = opt || {};
	var sysDims = opt.coordDimensions || [];
	var dimsDef = opt.dimensionsDefine || source.dimensionsDefine || [];
	var coordDimNameMap = createHashMap();
	var resultList = [];
	var dimCount = getDimCount(source, sysDims, dimsDef, opt.dimensionsCount);
	var omitUnusedDimensions = opt.canOmitUnusedDimensions && shouldOmitUnusedDimensions(dimCount);
	var isUsingSourceDimensionsDef = dimsDef === source.dimensionsDefine;
	var dataDimNameMap = isUsingSourceDimensionsDef ? ensureSourceDimNameMap(source) : createDimNameMap(dimsDef);
	var encodeDef = opt.encodeDefine;
	if (!encodeDef && opt.encodeDefaulter) encodeDef = opt.encodeDefaulter(source, dimCount);
	var encodeDefMap = createHashMap(encodeDef);
	var indicesMap = new CtorInt32Array$1(dimCount);
	for (var i = 0; i < indicesMap.length; i++) indicesMap[i] = -1;
	function getResultItem(dimIdx) {
		var idx = indicesMap[dimIdx];
		if (idx < 0) {
			var dimDefItemRaw = dimsDef[dimIdx];
			var dimDefItem = isObject$2(dimDefItemRaw) ? dimDefItemRaw : { name: dimDefItemRaw };
			var resultItem = new SeriesDimensionDefine();
			var userDimName = dimDefItem.name;
			if (userDimName != null && dataDimNameMap.get(userDimName) != null) resultItem.name = resultItem.displayName = userDimName;
			dimDefItem.type != null && (resultItem.type = dimDefItem.type);
			dimDefItem.displayName != null && (resultItem.displayName = dimDefItem.displayName);
			indicesMap[dimIdx] = resultList.length;
			resultItem.storeDimIndex = dimIdx;
			resultList.push(resultItem);
			return resultItem;
		}
		return resultList[idx];
	}
	if (!omitUnusedDimensions) for (var i = 0; i < dimCount; i++) getResultItem(i);
	encodeDefMap.each(function(dataDimsRaw, coordDim) {
		var dataDims = normalizeToArray(dataDimsRaw).slice();
		if (dataDims.length === 1 && !isString(dataDims[0]) && dataDims[0] < 0) {
			encodeDefMap.set(coordDim, false);
			return;
		}
		var validDataDims = encodeDefMap.set(coordDim, []);
		each$3(dataDims, function(resultDimIdxOrName, idx) {
			var resultDimIdx = isString(resultDimIdxOrName) ? dataDimNameMap.get(resultDimIdxOrName) : resultDimIdxOrName;
			if (resultDimIdx != null && resultDimIdx < dimCount) {
				validDataDims[idx] = resultDimIdx;
				applyDim(getResultItem(resultDimIdx), coordDim, idx);
			}
		});
	});
	var availDimIdx = 0;
	each$3(sysDims, function(sysDimItemRaw) {
		var coordDim;
		var sysDimItemDimsDef;
		var sysDimItemOtherDims;
		var sysDimItem;
		if (isString(sysDimItemRaw)) {
			coordDim = sysDimItemRaw;
			sysDimItem = {};
		} else {
			sysDimItem = sysDimItemRaw;
			coordDim = sysDimItem.name;
			var ordinalMeta = sysDimItem.ordinalMeta;
			sysDimItem.ordinalMeta = null;
			sysDimItem = extend({}, sysDimItem);
			sysDimItem.ordinalMeta = ordinalMeta;
			sysDimItemDimsDef = sysDimItem.dimsDef;
			sysDimItemOtherDims = sysDimItem.otherDims;
			sysDimItem.name = sysDimItem.coordDim = sysDimItem.coordDimIndex = sysDimItem.dimsDef = sysDimItem.otherDims = null;
		}
		var dataDims = encodeDefMap.get(coordDim);
		if (dataDims === false) return;
		dataDims = normalizeToArray(dataDims);
		if (!dataDims.length) for (var i = 0; i < (sysDimItemDimsDef && sysDimItemDimsDef.length || 1); i++) {
			while (availDimIdx < dimCount && getResultItem(availDimIdx).coordDim != null) availDimIdx++;
			availDimIdx < dimCount && dataDims.push(availDimIdx++);
		}
		each$3(dataDims, function(resultDimIdx, coordDimIndex) {
			var resultItem = getResultItem(resultDimIdx);
			if (isUsingSourceDimensionsDef && sysDimItem.type != null) resultItem.type = sysDimItem.type;
			applyDim(defaults(resultItem, sysDimItem), coordDim, coordDimIndex);
			if (resultItem.name == null && sysDimItemDimsDef) {
				var sysDimItemDimsDefItem = sysDimItemDimsDef[coordDimIndex];
				!isObject$2(sysDimItemDimsDefItem) && (sysDimItemDimsDefItem = { name: sysDimItemDimsDefItem });
				resultItem.name = resultItem.displayName = sysDimItemDimsDefItem.name;
				resultItem.defaultTooltip = sysDimItemDimsDefItem.defaultTooltip;
			}
			sysDimItemOtherDims && defaults(resultItem.otherDims, sysDimItemOtherDims);
		});
	});
	function applyDim(resultItem, coordDim, coordDimIndex) {
		if (VISUAL_DIMENSIONS.get(coordDim) != null) resultItem.otherDims[coordDim] = coordDimIndex;
		else {
			resultItem.coordDim = coordDim;
			resultItem.coordDimIndex = coordDimIndex;
			coordDimNameMap.set(coordDim, true);
		}
	}
	var generateCoord = opt.generateCoord;
	var generateCoordCount = opt.generateCoordCount;
	var fromZero = generateCoordCount != null;
	generateCoordCount = generateCoord ? generateCoordCount || 1 : 0;
	var extra = generateCoord || "value";
	function ifNoNameFillWithCoordName(resultItem) {
		if (resultItem.name == null) resultItem.name = resultItem.coordDim;
	}
	if (!omitUnusedDimensions) for (var resultDimIdx = 0; resultDimIdx < dimCount; resultDimIdx++) {
		var resultItem = getResultItem(resultDimIdx);
		if (resultItem.coordDim == null) {
			resultItem.coordDim = genCoordDimName(extra, coordDimNameMap, fromZero);
			resultItem.coordDimIndex = 0;
			if (!generateCoord || generateCoordCount <= 0) resultItem.isExtraCoord = true;
			generateCoordCount--;
		}
		ifNoNameFillWithCoordName(resultItem);
		if (resultItem.type == null && (guessOrdinal(source, resultDimIdx) === BE_ORDINAL.Must || resultItem.isExtraCoord && (resultItem.otherDims.itemName != null || resultItem.otherDims.seriesName != null))) resultItem.type = "ordinal";
	}
	else {
		each$3(resultList, function(resultItem) {
			ifNoNameFillWithCoordName(resultItem);
		});
		resultList.sort(function(item0, item1) {
			return item0.storeDimIndex - item1.storeDimIndex;
		});
	}
	removeDuplicates(resultList, function(item) {
		return item.name;
	}, function(item, existingCount) {
		if (existingCount > 0) item.name = item.name + (existingCount - 1);
	});
	return new SeriesDataSchema({
		source,
		dimensions: resultList,
		fullDimensionCount: dimCount,
		dimensionOmitted: omitUnusedDimensions
	});
}
function getDimCount(source, sysDims, dimsDef, optDimCount) {
	var dimCount = Math.max(source.dimensionsDetectedCount || 1, sysDims.length, dimsDef.length, optDimCount || 0);
	each$3(sysDims, function(sysDimItem) {
		var sysDimItemDimsDef;
		if (isObject$2(sysDimItem) && (sysDimItemDimsDef = sysDimItem.dimsDef)) dimCount = Math.max(dimCount, sysDimItemDimsDef.length);
	});
	return dimCount;
}
function genCoordDimName(name, map, fromZero) {
	if (fromZero || map.hasKey(name)) {
		var i = 0;
		while (map.hasKey(name + i)) i++;
		name += i;
	}
	map.set(name, true);
	return name;
}

// node_modules/echarts/lib/core/CoordinateSystem.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* FIXME:
* `nonSeriesBoxCoordSysCreators` and `_nonSeriesBoxMasterList` are hardcoded implementations.
* Regarding "coord sys layout based on another coord sys", currently we only experimentally support one level
* dependency, such as, "grid(cartesian)s can be laid out based on matrix/calendar coord sys."
* But a comprehensive implementation may need to support:
*  - Recursive dependencies. e.g., a matrix coord sys lays out based on another matrix coord sys.
*    That requires in the implementation `create` and `update` of coord sys are called by a dependency graph.
*    (@see enableTopologicalTravel in `util/component.ts`)
*/
var nonSeriesBoxCoordSysCreators = {};
var normalCoordSysCreators = {};
var CoordinateSystemManager = function() {
	function CoordinateSystemManager() {
		this._normalMasterList = [];
		this._nonSeriesBoxMasterList = [];
	}
	/**
	* Typically,
	*  - in `create`, a coord sys lays out based on a given rect;
	*  - in `update`, update the pixel and data extent of there axes (if any) based on processed `series.data`.
	* After that, a coord sys can serve (typically by `dataToPoint`/`dataToLayout`/`pointToData`).
	* If the coordinate system do not lay out based on `series.data`, `update` is not needed.
	*/
	CoordinateSystemManager.prototype.create = function(ecModel, api) {
		this._nonSeriesBoxMasterList = dealCreate(nonSeriesBoxCoordSysCreators, true);
		this._normalMasterList = dealCreate(normalCoordSysCreators, false);
		function dealCreate(creatorMap, canBeNonSeriesBox) {
			var coordinateSystems = [];
			each$3(creatorMap, function(creator, type) {
				var list = creator.create(ecModel, api);
				coordinateSystems = coordinateSystems.concat(list || []);
				if (process.env.NODE_ENV !== "production") {
					if (canBeNonSeriesBox) each$3(list, function(master) {
						return assert(!master.update);
					});
				}
			});
			return coordinateSystems;
		}
	};
	/**
	* @see CoordinateSystem['create']
	*/
	CoordinateSystemManager.prototype.update = function(ecModel, api) {
		each$3(this._normalMasterList, function(coordSys) {
			coordSys.update && coordSys.update(ecModel, api);
		});
	};
	CoordinateSystemManager.prototype.getCoordinateSystems = function() {
		return this._normalMasterList.concat(this._nonSeriesBoxMasterList);
	};
	CoordinateSystemManager.register = function(type, creator) {
		if (type === "matrix" || type === "calendar") {
			nonSeriesBoxCoordSysCreators[type] = creator;
			return;
		}
		normalCoordSysCreators[type] = creator;
	};
	CoordinateSystemManager.get = function(type) {
		return normalCoordSysCreators[type] || nonSeriesBoxCoordSysCreators[type];
	};
	return CoordinateSystemManager;
}();
function canBeNonSeriesBoxCoordSys(coordSysType) {
	return !!nonSeriesBoxCoordSysCreators[coordSysType];
}
var BOX_COORD_SYS_COORD_FROM_PROP_COORD = 1;
var BOX_COORD_SYS_COORD_FROM_PROP_COORD2 = 2;
var coordSysUseMap = createHashMap();
/**
* @return Be an object, but never be NullUndefined.
*/
function getCoordForCoordSysUsageKindBox(model) {
	var coord = model.getShallow("coord", true);
	var from = 1;
	if (coord == null) {
		var store = coordSysUseMap.get(model.type);
		if (store && store.getCoord2) {
			from = 2;
			coord = store.getCoord2(model);
		}
	}
	return {
		coord,
		from
	};
}
/**
* - `COORD_SYS_USAGE_KIND_DATA`: each data item is laid out based on a coord sys.
* - `COORD_SYS_USAGE_KIND_BOX`: the overall bounding rect or anchor point is calculated based on a coord sys.
*   e.g.,
*      grid rect (cartesian rect) is calculate based on matrix/calendar coord sys;
*      pie center is calculated based on calendar/cartesian;
*
* The default value (if not declared in option `coordinateSystemUsage`):
*  For series, use `COORD_SYS_USAGE_KIND_DATA`, since this is the most common case and backward compatible.
*  For non-series components, use `COORD_SYS_USAGE_KIND_BOX`, since `COORD_SYS_USAGE_KIND_DATA` is not applicable.
*/
var COORD_SYS_USAGE_KIND_NONE = 0;
var COORD_SYS_USAGE_KIND_DATA = 1;
var COORD_SYS_USAGE_KIND_BOX = 2;
function decideCoordSysUsageKind(model, printError) {
	var coordSysType = model.getShallow("coordinateSystem");
	var coordSysUsageOption = model.getShallow("coordinateSystemUsage", true);
	var isDeclaredExplicitly = coordSysUsageOption != null;
	var kind = 0;
	if (coordSysType) {
		var isSeries = model.mainType === "series";
		if (coordSysUsageOption == null) coordSysUsageOption = isSeries ? "data" : "box";
		if (coordSysUsageOption === "data") {
			kind = 1;
			if (!isSeries) {
				if (process.env.NODE_ENV !== "production") {
					if (isDeclaredExplicitly && printError) error("coordinateSystemUsage \"data\" is not supported in non-series components.");
				}
				kind = 0;
			}
		} else if (coordSysUsageOption === "box") {
			kind = 2;
			if (!isSeries && !canBeNonSeriesBoxCoordSys(coordSysType)) {
				if (process.env.NODE_ENV !== "production") {
					if (isDeclaredExplicitly && printError) error("coordinateSystem \"" + coordSysType + "\" cannot be used" + (" as coordinateSystemUsage \"box\" for \"" + model.type + "\" yet."));
				}
				kind = 0;
			}
		}
	}
	return {
		coordSysType,
		kind
	};
}
/**
* These cases are considered:
*  (A) Most series can use only "COORD_SYS_USAGE_KIND_DATA", but "COORD_SYS_USAGE_KIND_BOX" is not applicable:
*    - e.g., series.heatmap, series.line, series.bar, series.scatter, ...
*  (B) Some series and most components can use only "COORD_SYS_USAGE_KIND_BOX", but "COORD_SYS_USAGE_KIND_DATA"
*    is not applicable:
*    - e.g., series.pie, series.funnel, ...
*    - e.g., grid, polar, geo, title, ...
*  (C) Several series can use both "COORD_SYS_USAGE_KIND_BOX" and "COORD_SYS_USAGE_KIND_DATA", even at the same time:
*    - e.g., series.graph, series.map
*      - If graph or map series use "COORD_SYS_USAGE_KIND_BOX", it creates a internal coord sys as
*        "COORD_SYS_USAGE_KIND_DATA" to lay out its data.
*      - Graph series can use matrix coord sys as either the "COORD_SYS_USAGE_KIND_DATA" (each item layout
*        on one cell) or "COORD_SYS_USAGE_KIND_BOX" (the entire series are layout within one cell).
*    - To achieve this effect,
*      `series.coordinateSystemUsage: 'box'` needs to be specified explicitly.
*
* Check these echarts option settings:
*  - If `series: {type: 'bar'}`:
*      COORD_SYS_USAGE_KIND_DATA: "cartesian2d",
*      COORD_SYS_USAGE_KIND_BOX: "none".
*      (since `coordinateSystem: 'cartesian2d'` is the default option in bar.)
*  - If `grid: {coordinateSystem: 'matrix'}`
*      COORD_SYS_USAGE_KIND_DATA: "none",
*      COORD_SYS_USAGE_KIND_BOX: "matrix".
*  - If `series: {type: 'pie', coordinateSystem: 'matrix'}`:
*      COORD_SYS_USAGE_KIND_DATA: "none",
*      COORD_SYS_USAGE_KIND_BOX: "matrix".
*      (since `coordinateSystemUsage: 'box'` is the default option in pie.)
*  - If `series: {type: 'graph', coordinateSystem: 'matrix'}`:
*      COORD_SYS_USAGE_KIND_DATA: "matrix",
*      COORD_SYS_USAGE_KIND_BOX: "none"
*  - If `series: {type: 'graph', coordinateSystem: 'matrix', coordinateSystemUsage: 'box'}`:
*      COORD_SYS_USAGE_KIND_DATA: "an internal view",
*      COORD_SYS_USAGE_KIND_BOX: "the internal view is laid out on a matrix"
*  - If `series: {type: 'map'}`:
*      COORD_SYS_USAGE_KIND_DATA: "a internal geo",
*      COORD_SYS_USAGE_KIND_BOX: "none"
*  - If `series: {type: 'map', coordinateSystem: 'geo', geoIndex: 0}`:
*      COORD_SYS_USAGE_KIND_DATA: "a geo",
*      COORD_SYS_USAGE_KIND_BOX: "none"
*  - If `series: {type: 'map', coordinateSystem: 'matrix'}`:
*      not_applicable
*  - If `series: {type: 'map', coordinateSystem: 'matrix', coordinateSystemUsage: 'box'}`:
*      COORD_SYS_USAGE_KIND_DATA: "an internal geo",
*      COORD_SYS_USAGE_KIND_BOX: "the internal geo is laid out on a matrix"
*
* @usage
* For case (A) & (B),
*  call `injectCoordSysByOption({coordSysType: 'aaa', ...})` once for each series/components.
* For case (C),
*  call `injectCoordSysByOption({coordSysType: 'aaa', ...})` once for each series/components,
*  and then call `injectCoordSysByOption({coordSysType: 'bbb', ..., isDefaultDataCoordSys: true})`
*  once for each series/components.
*/
function injectCoordSysByOption(opt) {
	var targetModel = opt.targetModel;
	var coordSysType = opt.coordSysType;
	var coordSysProvider = opt.coordSysProvider;
	var isDefaultDataCoordSys = opt.isDefaultDataCoordSys;
	var allowNotFound = opt.allowNotFound;
	if (process.env.NODE_ENV !== "production") assert(!!coordSysType);
	var _a = decideCoordSysUsageKind(targetModel, true);
	var kind = _a.kind;
	var declaredType = _a.coordSysType;
	if (isDefaultDataCoordSys && kind !== 1) {
		kind = 1;
		declaredType = coordSysType;
	}
	if (kind === 0 || declaredType !== coordSysType) return 0;
	var coordSys = coordSysProvider(coordSysType, targetModel);
	if (!coordSys) {
		if (process.env.NODE_ENV !== "production") {
			if (!allowNotFound) error(coordSysType + " cannot be found for" + (" " + targetModel.type + " (index: " + targetModel.componentIndex + ")."));
		}
		return 0;
	}
	if (kind === 1) {
		if (process.env.NODE_ENV !== "production") assert(targetModel.mainType === "series");
		targetModel.coordinateSystem = coordSys;
	} else targetModel.boxCoordinateSystem = coordSys;
	return kind;
}

// node_modules/echarts/lib/model/referHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Helper for model references.
* There are many manners to refer axis/coordSys.
*/
/**
* @class
* For example:
* {
*     coordSysName: 'cartesian2d',
*     coordSysDims: ['x', 'y', ...],
*     axisMap: HashMap({
*         x: xAxisModel,
*         y: yAxisModel
*     }),
*     categoryAxisMap: HashMap({
*         x: xAxisModel,
*         y: undefined
*     }),
*     // The index of the first category axis in `coordSysDims`.
*     // `null/undefined` means no category axis exists.
*     firstCategoryDimIndex: 1,
*     // To replace user specified encode.
* }
*/
var SeriesModelCoordSysInfo = function() {
	function SeriesModelCoordSysInfo(coordSysName) {
		this.coordSysDims = [];
		this.axisMap = createHashMap();
		this.categoryAxisMap = createHashMap();
		this.coordSysName = coordSysName;
	}
	return SeriesModelCoordSysInfo;
}();
function getCoordSysInfoBySeries(seriesModel) {
	var coordSysName = seriesModel.get("coordinateSystem");
	var result = new SeriesModelCoordSysInfo(coordSysName);
	var fetch = fetchers[coordSysName];
	if (fetch) {
		fetch(seriesModel, result, result.axisMap, result.categoryAxisMap);
		return result;
	}
}
var fetchers = {
	cartesian2d: function(seriesModel, result, axisMap, categoryAxisMap) {
		var xAxisModel = seriesModel.getReferringComponents("xAxis", SINGLE_REFERRING).models[0];
		var yAxisModel = seriesModel.getReferringComponents("yAxis", SINGLE_REFERRING).models[0];
		if (process.env.NODE_ENV !== "production") {
			if (!xAxisModel) throw new Error("xAxis \"" + retrieve(seriesModel.get("xAxisIndex"), seriesModel.get("xAxisId"), 0) + "\" not found");
			if (!yAxisModel) throw new Error("yAxis \"" + retrieve(seriesModel.get("xAxisIndex"), seriesModel.get("yAxisId"), 0) + "\" not found");
		}
		result.coordSysDims = ["x", "y"];
		axisMap.set("x", xAxisModel);
		axisMap.set("y", yAxisModel);
		if (isCategory(xAxisModel)) {
			categoryAxisMap.set("x", xAxisModel);
			result.firstCategoryDimIndex = 0;
		}
		if (isCategory(yAxisModel)) {
			categoryAxisMap.set("y", yAxisModel);
			result.firstCategoryDimIndex ??= 1;
		}
	},
	singleAxis: function(seriesModel, result, axisMap, categoryAxisMap) {
		var singleAxisModel = seriesModel.getReferringComponents("singleAxis", SINGLE_REFERRING).models[0];
		if (process.env.NODE_ENV !== "production") {
			if (!singleAxisModel) throw new Error("singleAxis should be specified.");
		}
		result.coordSysDims = ["single"];
		axisMap.set("single", singleAxisModel);
		if (isCategory(singleAxisModel)) {
			categoryAxisMap.set("single", singleAxisModel);
			result.firstCategoryDimIndex = 0;
		}
	},
	polar: function(seriesModel, result, axisMap, categoryAxisMap) {
		var polarModel = seriesModel.getReferringComponents("polar", SINGLE_REFERRING).models[0];
		var radiusAxisModel = polarModel.findAxisModel("radiusAxis");
		var angleAxisModel = polarModel.findAxisModel("angleAxis");
		if (process.env.NODE_ENV !== "production") {
			if (!angleAxisModel) throw new Error("angleAxis option not found");
			if (!radiusAxisModel) throw new Error("radiusAxis option not found");
		}
		result.coordSysDims = ["radius", "angle"];
		axisMap.set("radius", radiusAxisModel);
		axisMap.set("angle", angleAxisModel);
		if (isCategory(radiusAxisModel)) {
			categoryAxisMap.set("radius", radiusAxisModel);
			result.firstCategoryDimIndex = 0;
		}
		if (isCategory(angleAxisModel)) {
			categoryAxisMap.set("angle", angleAxisModel);
			result.firstCategoryDimIndex ??= 1;
		}
	},
	geo: function(seriesModel, result, axisMap, categoryAxisMap) {
		result.coordSysDims = ["lng", "lat"];
	},
	parallel: function(seriesModel, result, axisMap, categoryAxisMap) {
		var ecModel = seriesModel.ecModel;
		var parallelModel = ecModel.getComponent("parallel", seriesModel.get("parallelIndex"));
		var coordSysDims = result.coordSysDims = parallelModel.dimensions.slice();
		each$3(parallelModel.parallelAxisIndex, function(axisIndex, index) {
			var axisModel = ecModel.getComponent("parallelAxis", axisIndex);
			var axisDim = coordSysDims[index];
			axisMap.set(axisDim, axisModel);
			if (isCategory(axisModel)) {
				categoryAxisMap.set(axisDim, axisModel);
				if (result.firstCategoryDimIndex == null) result.firstCategoryDimIndex = index;
			}
		});
	},
	matrix: function(seriesModel, result, axisMap, categoryAxisMap) {
		var matrixModel = seriesModel.getReferringComponents("matrix", SINGLE_REFERRING).models[0];
		if (process.env.NODE_ENV !== "production") {
			if (!matrixModel) throw new Error("matrix coordinate system should be specified.");
		}
		result.coordSysDims = ["x", "y"];
		var xModel = matrixModel.getDimensionModel("x");
		var yModel = matrixModel.getDimensionModel("y");
		axisMap.set("x", xModel);
		axisMap.set("y", yModel);
		categoryAxisMap.set("x", xModel);
		categoryAxisMap.set("y", yModel);
	}
};
function isCategory(axisModel) {
	return axisModel.get("type") === "category";
}

// node_modules/echarts/lib/data/helper/dataStackHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Note that it is too complicated to support 3d stack by value
* (have to create two-dimension inverted index), so in 3d case
* we just support that stacked by index.
*
* Stack is calculated in `src/processor/dataStack.ts`.
*
* @param seriesModel
* @param dimensionsInput The same as the input of <module:echarts/data/SeriesData>.
*        The input will be modified.
* @param opt
* @param opt.stackedCoordDimension Specify a coord dimension if needed.
* @param opt.byIndex=false
* @return calculationInfo
* {
*     stackedDimension: string
*     stackedByDimension: string
*     isStackedByIndex: boolean
*     stackedOverDimension: string
*     stackResultDimension: string
* }
*/
function enableDataStack(seriesModel, dimensionsInput, opt) {
	opt = opt || {};
	var byIndex = opt.byIndex;
	var stackedCoordDimension = opt.stackedCoordDimension;
	var dimensionDefineList;
	var schema;
	var store;
	if (isLegacyDimensionsInput(dimensionsInput)) dimensionDefineList = dimensionsInput;
	else {
		schema = dimensionsInput.schema;
		dimensionDefineList = schema.dimensions;
		store = dimensionsInput.store;
	}
	var mayStack = !!(seriesModel && seriesModel.get("stack"));
	var stackedByDimInfo;
	var stackedDimInfo;
	var stackResultDimension;
	var stackedOverDimension;
	var allDimTypesAreNotOrdinalAndTime = true;
	function dimTypeIsNotOrdinalAndTime(dimensionInfo) {
		return dimensionInfo.type !== "ordinal" && dimensionInfo.type !== "time";
	}
	each$3(dimensionDefineList, function(dimensionInfo, index) {
		if (isString(dimensionInfo)) dimensionDefineList[index] = dimensionInfo = { name: dimensionInfo };
		if (!dimTypeIsNotOrdinalAndTime(dimensionInfo)) allDimTypesAreNotOrdinalAndTime = false;
	});
	each$3(dimensionDefineList, function(dimensionInfo, index) {
		if (mayStack && !dimensionInfo.isExtraCoord) {
			if (!byIndex && !stackedByDimInfo && dimensionInfo.ordinalMeta) stackedByDimInfo = dimensionInfo;
			if (!stackedDimInfo && dimTypeIsNotOrdinalAndTime(dimensionInfo) && (!allDimTypesAreNotOrdinalAndTime || dimensionInfo.coordDim !== "x" && dimensionInfo.coordDim !== "angle") && (!stackedCoordDimension || stackedCoordDimension === dimensionInfo.coordDim)) stackedDimInfo = dimensionInfo;
		}
	});
	if (stackedDimInfo && !byIndex && !stackedByDimInfo) byIndex = true;
	if (stackedDimInfo) {
		stackResultDimension = "__\0ecstackresult_" + seriesModel.id;
		stackedOverDimension = "__\0ecstackedover_" + seriesModel.id;
		if (stackedByDimInfo) stackedByDimInfo.createInvertedIndices = true;
		var stackedDimCoordDim_1 = stackedDimInfo.coordDim;
		var stackedDimType = stackedDimInfo.type;
		var stackedDimCoordIndex_1 = 0;
		each$3(dimensionDefineList, function(dimensionInfo) {
			if (dimensionInfo.coordDim === stackedDimCoordDim_1) stackedDimCoordIndex_1++;
		});
		var stackedOverDimensionDefine = {
			name: stackResultDimension,
			coordDim: stackedDimCoordDim_1,
			coordDimIndex: stackedDimCoordIndex_1,
			type: stackedDimType,
			isExtraCoord: true,
			isCalculationCoord: true,
			storeDimIndex: dimensionDefineList.length
		};
		var stackResultDimensionDefine = {
			name: stackedOverDimension,
			coordDim: stackedOverDimension,
			coordDimIndex: stackedDimCoordIndex_1 + 1,
			type: stackedDimType,
			isExtraCoord: true,
			isCalculationCoord: true,
			storeDimIndex: dimensionDefineList.length + 1
		};
		if (schema) {
			if (store) {
				stackedOverDimensionDefine.storeDimIndex = store.ensureCalculationDimension(stackedOverDimension, stackedDimType);
				stackResultDimensionDefine.storeDimIndex = store.ensureCalculationDimension(stackResultDimension, stackedDimType);
			}
			schema.appendCalculationDimension(stackedOverDimensionDefine);
			schema.appendCalculationDimension(stackResultDimensionDefine);
		} else {
			dimensionDefineList.push(stackedOverDimensionDefine);
			dimensionDefineList.push(stackResultDimensionDefine);
		}
	}
	return {
		stackedDimension: stackedDimInfo && stackedDimInfo.name,
		stackedByDimension: stackedByDimInfo && stackedByDimInfo.name,
		isStackedByIndex: byIndex,
		stackedOverDimension,
		stackResultDimension
	};
}
function isLegacyDimensionsInput(dimensionsInput) {
	return !isSeriesDataSchema(dimensionsInput.schema);
}
function isDimensionStacked(data, stackedDim) {
	return !!stackedDim && stackedDim === data.getCalculationInfo("stackedDimension");
}
function getStackedDimension(data, targetDim) {
	return isDimensionStacked(data, targetDim) ? data.getCalculationInfo("stackResultDimension") : targetDim;
}

// node_modules/echarts/lib/chart/helper/createSeriesData.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function getCoordSysDimDefs(seriesModel, coordSysInfo) {
	var coordSysName = seriesModel.get("coordinateSystem");
	var registeredCoordSys = CoordinateSystemManager.get(coordSysName);
	var coordSysDimDefs;
	if (coordSysInfo && coordSysInfo.coordSysDims) coordSysDimDefs = map$1(coordSysInfo.coordSysDims, function(dim) {
		var dimInfo = { name: dim };
		var axisModel = coordSysInfo.axisMap.get(dim);
		if (axisModel) {
			var axisType = axisModel.get("type");
			dimInfo.type = getDimensionTypeByAxis(axisType);
		}
		return dimInfo;
	});
	if (!coordSysDimDefs) coordSysDimDefs = registeredCoordSys && (registeredCoordSys.getDimensionsInfo ? registeredCoordSys.getDimensionsInfo() : registeredCoordSys.dimensions.slice()) || ["x", "y"];
	return coordSysDimDefs;
}
function injectOrdinalMeta(dimInfoList, createInvertedIndices, coordSysInfo) {
	var firstCategoryDimIndex;
	var hasNameEncode;
	coordSysInfo && each$3(dimInfoList, function(dimInfo, dimIndex) {
		var coordDim = dimInfo.coordDim;
		var categoryAxisModel = coordSysInfo.categoryAxisMap.get(coordDim);
		if (categoryAxisModel) {
			if (firstCategoryDimIndex == null) firstCategoryDimIndex = dimIndex;
			dimInfo.ordinalMeta = categoryAxisModel.getOrdinalMeta();
			if (createInvertedIndices) dimInfo.createInvertedIndices = true;
		}
		if (dimInfo.otherDims.itemName != null) hasNameEncode = true;
	});
	if (!hasNameEncode && firstCategoryDimIndex != null) dimInfoList[firstCategoryDimIndex].otherDims.itemName = 0;
	return firstCategoryDimIndex;
}
/**
* Caution: there are side effects to `sourceManager` in this method.
* Should better only be called in `Series['getInitialData']`.
*/
function createSeriesData(sourceRaw, seriesModel, opt) {
	opt = opt || {};
	var sourceManager = seriesModel.getSourceManager();
	var source;
	var isOriginalSource = false;
	if (sourceRaw) {
		isOriginalSource = true;
		source = createSourceFromSeriesDataOption(sourceRaw);
	} else {
		source = sourceManager.getSource();
		isOriginalSource = source.sourceFormat === SOURCE_FORMAT_ORIGINAL;
	}
	var coordSysInfo = getCoordSysInfoBySeries(seriesModel);
	var coordSysDimDefs = getCoordSysDimDefs(seriesModel, coordSysInfo);
	var useEncodeDefaulter = opt.useEncodeDefaulter;
	var encodeDefaulter = isFunction(useEncodeDefaulter) ? useEncodeDefaulter : useEncodeDefaulter ? curry(makeSeriesEncodeForAxisCoordSys, coordSysDimDefs, seriesModel) : null;
	var createDimensionOptions = {
		coordDimensions: coordSysDimDefs,
		generateCoord: opt.generateCoord,
		encodeDefine: seriesModel.getEncode(),
		encodeDefaulter,
		canOmitUnusedDimensions: !isOriginalSource
	};
	var schema = prepareSeriesDataSchema(source, createDimensionOptions);
	var firstCategoryDimIndex = injectOrdinalMeta(schema.dimensions, opt.createInvertedIndices, coordSysInfo);
	var store = !isOriginalSource ? sourceManager.getSharedDataStore(schema) : null;
	var stackCalculationInfo = enableDataStack(seriesModel, {
		schema,
		store
	});
	var data = new SeriesData(schema, seriesModel);
	data.setCalculationInfo(stackCalculationInfo);
	var dimValueGetter = firstCategoryDimIndex != null && isNeedCompleteOrdinalData(source) ? function(itemOpt, dimName, dataIndex, dimIndex) {
		return dimIndex === firstCategoryDimIndex ? dataIndex : this.defaultDimValueGetter(itemOpt, dimName, dataIndex, dimIndex);
	} : null;
	data.hasItemOption = false;
	data.initData(isOriginalSource ? source : store, null, dimValueGetter);
	return data;
}
function isNeedCompleteOrdinalData(source) {
	if (source.sourceFormat === "original") {
		var sampleItem = firstDataNotNull(source.data || []);
		return !isArray(getDataItemValue(sampleItem));
	}
}
function firstDataNotNull(arr) {
	var i = 0;
	while (i < arr.length && arr[i] == null) i++;
	return arr[i];
}

// node_modules/echarts/lib/util/component.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var base = Math.round(Math.random() * 10);
/**
* @public
* @param {string} type
* @return {string}
*/
function getUID(type) {
	return [type || "", base++].join("_");
}
/**
* Implements `SubTypeDefaulterManager` for `target`.
*/
function enableSubTypeDefaulter(target) {
	var subTypeDefaulters = {};
	target.registerSubTypeDefaulter = function(componentType, defaulter) {
		var componentTypeInfo = parseClassType(componentType);
		subTypeDefaulters[componentTypeInfo.main] = defaulter;
	};
	target.determineSubType = function(componentType, option) {
		var type = option.type;
		if (!type) {
			var componentTypeMain = parseClassType(componentType).main;
			if (target.hasSubTypes(componentType) && subTypeDefaulters[componentTypeMain]) type = subTypeDefaulters[componentTypeMain](option);
		}
		return type;
	};
}
/**
* Implements `TopologicalTravelable<any>` for `entity`.
*
* Topological travel on Activity Network (Activity On Vertices).
* Dependencies is defined in Model.prototype.dependencies, like ['xAxis', 'yAxis'].
* If 'xAxis' or 'yAxis' is absent in componentTypeList, just ignore it in topology.
* If there is circular dependencey, Error will be thrown.
*/
function enableTopologicalTravel(entity, dependencyGetter) {
	/**
	* @param targetNameList Target Component type list.
	*                       Can be ['aa', 'bb', 'aa.xx']
	* @param fullNameList By which we can build dependency graph.
	* @param callback Params: componentType, dependencies.
	* @param context Scope of callback.
	*/
	entity.topologicalTravel = function(targetNameList, fullNameList, callback, context) {
		if (!targetNameList.length) return;
		var result = makeDepndencyGraph(fullNameList);
		var graph = result.graph;
		var noEntryList = result.noEntryList;
		var targetNameSet = {};
		each$3(targetNameList, function(name) {
			targetNameSet[name] = true;
		});
		while (noEntryList.length) {
			var currComponentType = noEntryList.pop();
			var currVertex = graph[currComponentType];
			var isInTargetNameSet = !!targetNameSet[currComponentType];
			if (isInTargetNameSet) {
				callback.call(context, currComponentType, currVertex.originalDeps.slice());
				delete targetNameSet[currComponentType];
			}
			each$3(currVertex.successor, isInTargetNameSet ? removeEdgeAndAdd : removeEdge);
		}
		each$3(targetNameSet, function() {
			var errMsg = "";
			if (process.env.NODE_ENV !== "production") errMsg = makePrintable("Circular dependency may exists: ", targetNameSet, targetNameList, fullNameList);
			throw new Error(errMsg);
		});
		function removeEdge(succComponentType) {
			graph[succComponentType].entryCount--;
			if (graph[succComponentType].entryCount === 0) noEntryList.push(succComponentType);
		}
		function removeEdgeAndAdd(succComponentType) {
			targetNameSet[succComponentType] = true;
			removeEdge(succComponentType);
		}
	};
	function makeDepndencyGraph(fullNameList) {
		var graph = {};
		var noEntryList = [];
		each$3(fullNameList, function(name) {
			var thisItem = createDependencyGraphItem(graph, name);
			var availableDeps = getAvailableDependencies(thisItem.originalDeps = dependencyGetter(name), fullNameList);
			thisItem.entryCount = availableDeps.length;
			if (thisItem.entryCount === 0) noEntryList.push(name);
			each$3(availableDeps, function(dependentName) {
				if (indexOf(thisItem.predecessor, dependentName) < 0) thisItem.predecessor.push(dependentName);
				var thatItem = createDependencyGraphItem(graph, dependentName);
				if (indexOf(thatItem.successor, dependentName) < 0) thatItem.successor.push(name);
			});
		});
		return {
			graph,
			noEntryList
		};
	}
	function createDependencyGraphItem(graph, name) {
		if (!graph[name]) graph[name] = {
			predecessor: [],
			successor: []
		};
		return graph[name];
	}
	function getAvailableDependencies(originalDeps, fullNameList) {
		var availableDeps = [];
		each$3(originalDeps, function(dep) {
			indexOf(fullNameList, dep) >= 0 && availableDeps.push(dep);
		});
		return availableDeps;
	}
}

// node_modules/echarts/lib/i18n/langEN.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Language: English.
*/
var langEN_default = {
	time: {
		month: [
			"January",
			"February",
			"March",
			"April",
			"May",
			"June",
			"July",
			"August",
			"September",
			"October",
			"November",
			"December"
		],
		monthAbbr: [
			"Jan",
			"Feb",
			"Mar",
			"Apr",
			"May",
			"Jun",
			"Jul",
			"Aug",
			"Sep",
			"Oct",
			"Nov",
			"Dec"
		],
		dayOfWeek: [
			"Sunday",
			"Monday",
			"Tuesday",
			"Wednesday",
			"Thursday",
			"Friday",
			"Saturday"
		],
		dayOfWeekAbbr: [
			"Sun",
			"Mon",
			"Tue",
			"Wed",
			"Thu",
			"Fri",
			"Sat"
		]
	},
	legend: { selector: {
		all: "All",
		inverse: "Inv"
	} },
	toolbox: {
		brush: { title: {
			rect: "Box Select",
			polygon: "Lasso Select",
			lineX: "Horizontally Select",
			lineY: "Vertically Select",
			keep: "Keep Selections",
			clear: "Clear Selections"
		} },
		dataView: {
			title: "Data View",
			lang: [
				"Data View",
				"Close",
				"Refresh"
			]
		},
		dataZoom: { title: {
			zoom: "Zoom",
			back: "Zoom Reset"
		} },
		magicType: { title: {
			line: "Switch to Line Chart",
			bar: "Switch to Bar Chart",
			stack: "Stack",
			tiled: "Tile"
		} },
		restore: { title: "Restore" },
		saveAsImage: {
			title: "Save as Image",
			lang: ["Right Click to Save Image"]
		}
	},
	series: { typeNames: {
		pie: "Pie chart",
		bar: "Bar chart",
		line: "Line chart",
		scatter: "Scatter plot",
		effectScatter: "Ripple scatter plot",
		radar: "Radar chart",
		tree: "Tree",
		treemap: "Treemap",
		boxplot: "Boxplot",
		candlestick: "Candlestick",
		k: "K line chart",
		heatmap: "Heat map",
		map: "Map",
		parallel: "Parallel coordinate map",
		lines: "Line graph",
		graph: "Relationship graph",
		sankey: "Sankey diagram",
		funnel: "Funnel chart",
		gauge: "Gauge",
		pictorialBar: "Pictorial bar",
		themeRiver: "Theme River Map",
		sunburst: "Sunburst",
		custom: "Custom chart",
		chart: "Chart"
	} },
	aria: {
		general: {
			withTitle: "This is a chart about \"{title}\"",
			withoutTitle: "This is a chart"
		},
		series: {
			single: {
				prefix: "",
				withName: " with type {seriesType} named {seriesName}.",
				withoutName: " with type {seriesType}."
			},
			multiple: {
				prefix: ". It consists of {seriesCount} series count.",
				withName: " The {seriesId} series is a {seriesType} representing {seriesName}.",
				withoutName: " The {seriesId} series is a {seriesType}.",
				separator: {
					middle: "",
					end: ""
				}
			}
		},
		data: {
			allData: "The data is as follows: ",
			partialData: "The first {displayCnt} items are: ",
			withName: "the data for {name} is {value}",
			withoutName: "{value}",
			separator: {
				middle: ", ",
				end: ". "
			}
		}
	}
};

// node_modules/echarts/lib/i18n/langZH.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var langZH_default = {
	time: {
		month: [
			"一月",
			"二月",
			"三月",
			"四月",
			"五月",
			"六月",
			"七月",
			"八月",
			"九月",
			"十月",
			"十一月",
			"十二月"
		],
		monthAbbr: [
			"1月",
			"2月",
			"3月",
			"4月",
			"5月",
			"6月",
			"7月",
			"8月",
			"9月",
			"10月",
			"11月",
			"12月"
		],
		dayOfWeek: [
			"星期日",
			"星期一",
			"星期二",
			"星期三",
			"星期四",
			"星期五",
			"星期六"
		],
		dayOfWeekAbbr: [
			"日",
			"一",
			"二",
			"三",
			"四",
			"五",
			"六"
		]
	},
	legend: { selector: {
		all: "全选",
		inverse: "反选"
	} },
	toolbox: {
		brush: { title: {
			rect: "矩形选择",
			polygon: "圈选",
			lineX: "横向选择",
			lineY: "纵向选择",
			keep: "保持选择",
			clear: "清除选择"
		} },
		dataView: {
			title: "数据视图",
			lang: [
				"数据视图",
				"关闭",
				"刷新"
			]
		},
		dataZoom: { title: {
			zoom: "区域缩放",
			back: "区域缩放还原"
		} },
		magicType: { title: {
			line: "切换为折线图",
			bar: "切换为柱状图",
			stack: "切换为堆叠",
			tiled: "切换为平铺"
		} },
		restore: { title: "还原" },
		saveAsImage: {
			title: "保存为图片",
			lang: ["右键另存为图片"]
		}
	},
	series: { typeNames: {
		pie: "饼图",
		bar: "柱状图",
		line: "折线图",
		scatter: "散点图",
		effectScatter: "涟漪散点图",
		radar: "雷达图",
		tree: "树图",
		treemap: "矩形树图",
		boxplot: "箱型图",
		candlestick: "K线图",
		k: "K线图",
		heatmap: "热力图",
		map: "地图",
		parallel: "平行坐标图",
		lines: "线图",
		graph: "关系图",
		sankey: "桑基图",
		funnel: "漏斗图",
		gauge: "仪表盘图",
		pictorialBar: "象形柱图",
		themeRiver: "主题河流图",
		sunburst: "旭日图",
		custom: "自定义图表",
		chart: "图表"
	} },
	aria: {
		general: {
			withTitle: "这是一个关于“{title}”的图表。",
			withoutTitle: "这是一个图表，"
		},
		series: {
			single: {
				prefix: "",
				withName: "图表类型是{seriesType}，表示{seriesName}。",
				withoutName: "图表类型是{seriesType}。"
			},
			multiple: {
				prefix: "它由{seriesCount}个图表系列组成。",
				withName: "第{seriesId}个系列是一个表示{seriesName}的{seriesType}，",
				withoutName: "第{seriesId}个系列是一个{seriesType}，",
				separator: {
					middle: "；",
					end: "。"
				}
			}
		},
		data: {
			allData: "其数据是——",
			partialData: "其中，前{displayCnt}项是——",
			withName: "{name}的数据是{value}",
			withoutName: "{value}",
			separator: {
				middle: "，",
				end: ""
			}
		}
	}
};

// node_modules/echarts/lib/core/locale.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var LOCALE_ZH = "ZH";
var LOCALE_EN = "EN";
var DEFAULT_LOCALE = LOCALE_EN;
var localeStorage = {};
var localeModels = {};
var SYSTEM_LANG = !env.domSupported ? DEFAULT_LOCALE : function() {
	return (document.documentElement.lang || navigator.language || navigator.browserLanguage || DEFAULT_LOCALE).toUpperCase().indexOf(LOCALE_ZH) > -1 ? LOCALE_ZH : DEFAULT_LOCALE;
}();
function registerLocale(locale, localeObj) {
	locale = locale.toUpperCase();
	localeModels[locale] = new Model(localeObj);
	localeStorage[locale] = localeObj;
}
function createLocaleObject(locale) {
	if (isString(locale)) {
		var localeObj = localeStorage[locale.toUpperCase()] || {};
		if (locale === LOCALE_ZH || locale === LOCALE_EN) return clone$1(localeObj);
		else return merge(clone$1(localeObj), clone$1(localeStorage[DEFAULT_LOCALE]), false);
	} else return merge(clone$1(locale), clone$1(localeStorage[DEFAULT_LOCALE]), false);
}
function getLocaleModel(lang) {
	return localeModels[lang];
}
function getDefaultLocaleModel() {
	return localeModels[DEFAULT_LOCALE];
}
registerLocale(LOCALE_EN, langEN_default);
registerLocale(LOCALE_ZH, langZH_default);

// node_modules/echarts/lib/scale/break.js
var _impl$1 = null;
function getScaleBreakHelper() {
	return _impl$1;
}
function simplyParseBreakOption(scale, opt) {
	var scaleBreakHelper = getScaleBreakHelper();
	var breakOption = opt.breakOption;
	var breakParsed = opt.breakParsed;
	if (!breakParsed && scaleBreakHelper) breakParsed = scaleBreakHelper.parseAxisBreakOption(breakOption, scale);
	return breakParsed;
}
function getBreaksUnsafe(scale) {
	var brk = scale.brk;
	return brk ? brk.breaks : [];
}
function hasBreaks(scale) {
	var brk = scale.brk;
	return brk ? brk.hasBreaks() : false;
}

// node_modules/echarts/lib/util/time.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var ONE_SECOND = 1e3;
var ONE_MINUTE = ONE_SECOND * 60;
var ONE_HOUR = ONE_MINUTE * 60;
var ONE_DAY = ONE_HOUR * 24;
var ONE_YEAR = ONE_DAY * 365;
var primaryTimeUnitFormatterMatchers = {
	year: /({yyyy}|{yy})/,
	month: /({MMMM}|{MMM}|{MM}|{M})/,
	day: /({dd}|{d})/,
	hour: /({HH}|{H}|{hh}|{h})/,
	minute: /({mm}|{m})/,
	second: /({ss}|{s})/,
	millisecond: /({SSS}|{S})/
};
var defaultFormatterSeed = {
	year: "{yyyy}",
	month: "{MMM}",
	day: "{d}",
	hour: "{HH}:{mm}",
	minute: "{HH}:{mm}",
	second: "{HH}:{mm}:{ss}",
	millisecond: "{HH}:{mm}:{ss} {SSS}"
};
var defaultFullFormatter = "{yyyy}-{MM}-{dd} {HH}:{mm}:{ss} {SSS}";
var fullDayFormatter = "{yyyy}-{MM}-{dd}";
var fullLeveledFormatter = {
	year: "{yyyy}",
	month: "{yyyy}-{MM}",
	day: fullDayFormatter,
	hour: fullDayFormatter + " " + defaultFormatterSeed.hour,
	minute: fullDayFormatter + " " + defaultFormatterSeed.minute,
	second: fullDayFormatter + " " + defaultFormatterSeed.second,
	millisecond: defaultFullFormatter
};
var primaryTimeUnits = [
	"year",
	"month",
	"day",
	"hour",
	"minute",
	"second",
	"millisecond"
];
var timeUnits = [
	"year",
	"half-year",
	"quarter",
	"month",
	"week",
	"half-week",
	"day",
	"half-day",
	"quarter-day",
	"hour",
	"minute",
	"second",
	"millisecond"
];
function parseTimeAxisLabelFormatter(formatter) {
	return !isString(formatter) && !isFunction(formatter) ? parseTimeAxisLabelFormatterDictionary(formatter) : formatter;
}
/**
* The final generated dictionary is like:
*  generated_dict = {
*      year: {
*          year: ['{yyyy}', ...<higher_levels_if_any>]
*      },
*      month: {
*          year: ['{yyyy} {MMM}', ...<higher_levels_if_any>],
*          month: ['{MMM}', ...<higher_levels_if_any>]
*      },
*      day: {
*          year: ['{yyyy} {MMM} {d}', ...<higher_levels_if_any>],
*          month: ['{MMM} {d}', ...<higher_levels_if_any>],
*          day: ['{d}', ...<higher_levels_if_any>]
*      },
*      ...
*  }
*
* In echarts option, users can specify the entire dictionary or typically just:
*  {formatter: {
*      year: '{yyyy}', // Or an array of leveled templates: `['{yyyy}', '{bold1|{yyyy}}', ...]`,
*                      // corresponding to `[level0, level1, level2, ...]`.
*      month: '{MMM}',
*      day: '{d}',
*      hour: '{HH}:{mm}',
*      second: '{HH}:{mm}',
*      ...
*  }}
*  If any time unit is not specified in echarts option, the default template is used,
*  such as `['{yyyy}', {primary|{yyyy}']`.
*
* The `tick.level` is only used to read string from each array, meaning the style type.
*
* Let `lowerUnit = getUnitFromValue(tick.value)`.
* The non-break axis ticks only use `generated_dict[lowerUnit][lowerUnit][level]`.
* The break axis ticks may use `generated_dict[lowerUnit][upperUnit][level]`, because:
*  Consider the case: the non-break ticks are `16th, 23th, Feb, 7th, ...`, where `Feb` is in the break
*  range and pruned by breaks, and the break ends might be in lower time unit than day. e.g., break start
*  is `Jan 25th 18:00`(in unit `hour`) and break end is `Feb 6th 18:30` (in unit `minute`). Thus the break
*  label prefers `Jan 25th 18:00` and `Feb 6th 18:30` rather than only `18:00` and `18:30`, otherwise it
*  causes misleading.
*  In this case, the tick of the break start and end will both be:
*      `{level: 1, lowerTimeUnit: 'minute', upperTimeUnit: 'month'}`
*  And get the final template by `generated_dict[lowerTimeUnit][upperTimeUnit][level]`.
*  Note that the time unit can not be calculated directly by a single tick value, since the two breaks have
*  to be at the same time unit to avoid awkward appearance. i.e., `Jan 25th 18:00` is in the time unit "hour"
*  but we need it to be "minute", following `Feb 6th 18:30`.
*/
function parseTimeAxisLabelFormatterDictionary(dictOption) {
	dictOption = dictOption || {};
	var dict = {};
	var canAddHighlight = true;
	each$3(primaryTimeUnits, function(lowestUnit) {
		canAddHighlight && (canAddHighlight = dictOption[lowestUnit] == null);
	});
	each$3(primaryTimeUnits, function(lowestUnit, lowestUnitIdx) {
		var upperDictOption = dictOption[lowestUnit];
		dict[lowestUnit] = {};
		var lowerTpl = null;
		for (var upperUnitIdx = lowestUnitIdx; upperUnitIdx >= 0; upperUnitIdx--) {
			var upperUnit = primaryTimeUnits[upperUnitIdx];
			var upperDictItemOption = isObject$2(upperDictOption) && !isArray(upperDictOption) ? upperDictOption[upperUnit] : upperDictOption;
			var tplArr = void 0;
			if (isArray(upperDictItemOption)) {
				tplArr = upperDictItemOption.slice();
				lowerTpl = tplArr[0] || "";
			} else if (isString(upperDictItemOption)) {
				lowerTpl = upperDictItemOption;
				tplArr = [lowerTpl];
			} else {
				if (lowerTpl == null) lowerTpl = defaultFormatterSeed[lowestUnit];
				else if (!primaryTimeUnitFormatterMatchers[upperUnit].test(lowerTpl)) lowerTpl = dict[upperUnit][upperUnit][0] + " " + lowerTpl;
				tplArr = [lowerTpl];
				if (canAddHighlight) tplArr[1] = "{primary|" + lowerTpl + "}";
			}
			dict[lowestUnit][upperUnit] = tplArr;
		}
	});
	return dict;
}
function pad(str, len) {
	str += "";
	return "0000".substr(0, len - str.length) + str;
}
function getPrimaryTimeUnit(timeUnit) {
	switch (timeUnit) {
		case "half-year":
		case "quarter": return "month";
		case "week":
		case "half-week": return "day";
		case "half-day":
		case "quarter-day": return "hour";
		default: return timeUnit;
	}
}
function isPrimaryTimeUnit(timeUnit) {
	return timeUnit === getPrimaryTimeUnit(timeUnit);
}
function getDefaultFormatPrecisionOfInterval(timeUnit) {
	switch (timeUnit) {
		case "year":
		case "month": return "day";
		case "millisecond": return "millisecond";
		default: return "second";
	}
}
function format(time, template, isUTC, lang) {
	var date = parseDate(time);
	var y = date[fullYearGetterName(isUTC)]();
	var M = date[monthGetterName(isUTC)]() + 1;
	var q = Math.floor((M - 1) / 3) + 1;
	var d = date[dateGetterName(isUTC)]();
	var e = date["get" + (isUTC ? "UTC" : "") + "Day"]();
	var H = date[hoursGetterName(isUTC)]();
	var h = (H - 1) % 12 + 1;
	var m = date[minutesGetterName(isUTC)]();
	var s = date[secondsGetterName(isUTC)]();
	var S = date[millisecondsGetterName(isUTC)]();
	var a = H >= 12 ? "pm" : "am";
	var A = a.toUpperCase();
	var timeModel = (lang instanceof Model ? lang : getLocaleModel(lang || SYSTEM_LANG) || getDefaultLocaleModel()).getModel("time");
	var month = timeModel.get("month");
	var monthAbbr = timeModel.get("monthAbbr");
	var dayOfWeek = timeModel.get("dayOfWeek");
	var dayOfWeekAbbr = timeModel.get("dayOfWeekAbbr");
	return (template || "").replace(/{a}/g, a + "").replace(/{A}/g, A + "").replace(/{yyyy}/g, y + "").replace(/{yy}/g, pad(y % 100 + "", 2)).replace(/{Q}/g, q + "").replace(/{MMMM}/g, month[M - 1]).replace(/{MMM}/g, monthAbbr[M - 1]).replace(/{MM}/g, pad(M, 2)).replace(/{M}/g, M + "").replace(/{dd}/g, pad(d, 2)).replace(/{d}/g, d + "").replace(/{eeee}/g, dayOfWeek[e]).replace(/{ee}/g, dayOfWeekAbbr[e]).replace(/{e}/g, e + "").replace(/{HH}/g, pad(H, 2)).replace(/{H}/g, H + "").replace(/{hh}/g, pad(h + "", 2)).replace(/{h}/g, h + "").replace(/{mm}/g, pad(m, 2)).replace(/{m}/g, m + "").replace(/{ss}/g, pad(s, 2)).replace(/{s}/g, s + "").replace(/{SSS}/g, pad(S, 3)).replace(/{S}/g, S + "");
}
function leveledFormat(tick, idx, formatter, lang, isUTC) {
	var template = null;
	if (isString(formatter)) template = formatter;
	else if (isFunction(formatter)) {
		var extra = {
			time: tick.time,
			level: tick.time ? tick.time.level : 0
		};
		var scaleBreakHelper = getScaleBreakHelper();
		if (scaleBreakHelper) scaleBreakHelper.makeAxisLabelFormatterParamBreak(extra, tick["break"]);
		template = formatter(tick.value, idx, extra);
	} else {
		var tickTime = tick.time;
		if (tickTime) {
			var leveledTplArr = formatter[tickTime.lowerTimeUnit][tickTime.upperTimeUnit];
			template = leveledTplArr[Math.min(tickTime.level, leveledTplArr.length - 1)] || "";
		} else {
			var unit = getUnitFromValue(tick.value, isUTC);
			template = formatter[unit][unit][0];
		}
	}
	return format(new Date(tick.value), template, isUTC, lang);
}
function getUnitFromValue(value, isUTC) {
	var date = parseDate(value);
	var M = date[monthGetterName(isUTC)]() + 1;
	var d = date[dateGetterName(isUTC)]();
	var h = date[hoursGetterName(isUTC)]();
	var m = date[minutesGetterName(isUTC)]();
	var s = date[secondsGetterName(isUTC)]();
	var isSecond = date[millisecondsGetterName(isUTC)]() === 0;
	var isMinute = isSecond && s === 0;
	var isHour = isMinute && m === 0;
	var isDay = isHour && h === 0;
	var isMonth = isDay && d === 1;
	if (isMonth && M === 1) return "year";
	else if (isMonth) return "month";
	else if (isDay) return "day";
	else if (isHour) return "hour";
	else if (isMinute) return "minute";
	else if (isSecond) return "second";
	else return "millisecond";
}
/**
* e.g.,
* If timeUnit is 'year', return the Jan 1st 00:00:00 000 of that year.
* If timeUnit is 'day', return the 00:00:00 000 of that day.
*
* @return The input date.
*/
function roundTime(date, timeUnit, isUTC) {
	switch (timeUnit) {
		case "year": date[monthSetterName(isUTC)](0);
		case "month": date[dateSetterName(isUTC)](1);
		case "day": date[hoursSetterName(isUTC)](0);
		case "hour": date[minutesSetterName(isUTC)](0);
		case "minute": date[secondsSetterName(isUTC)](0);
		case "second": date[millisecondsSetterName(isUTC)](0);
	}
	return date;
}
function fullYearGetterName(isUTC) {
	return isUTC ? "getUTCFullYear" : "getFullYear";
}
function monthGetterName(isUTC) {
	return isUTC ? "getUTCMonth" : "getMonth";
}
function dateGetterName(isUTC) {
	return isUTC ? "getUTCDate" : "getDate";
}
function hoursGetterName(isUTC) {
	return isUTC ? "getUTCHours" : "getHours";
}
function minutesGetterName(isUTC) {
	return isUTC ? "getUTCMinutes" : "getMinutes";
}
function secondsGetterName(isUTC) {
	return isUTC ? "getUTCSeconds" : "getSeconds";
}
function millisecondsGetterName(isUTC) {
	return isUTC ? "getUTCMilliseconds" : "getMilliseconds";
}
function fullYearSetterName(isUTC) {
	return isUTC ? "setUTCFullYear" : "setFullYear";
}
function monthSetterName(isUTC) {
	return isUTC ? "setUTCMonth" : "setMonth";
}
function dateSetterName(isUTC) {
	return isUTC ? "setUTCDate" : "setDate";
}
function hoursSetterName(isUTC) {
	return isUTC ? "setUTCHours" : "setHours";
}
function minutesSetterName(isUTC) {
	return isUTC ? "setUTCMinutes" : "setMinutes";
}
function secondsSetterName(isUTC) {
	return isUTC ? "setUTCSeconds" : "setSeconds";
}
function millisecondsSetterName(isUTC) {
	return isUTC ? "setUTCMilliseconds" : "setMilliseconds";
}

// node_modules/echarts/lib/util/format.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Add a comma each three digit.
*/
function addCommas(x) {
	if (!isNumeric(x)) return isString(x) ? x : "-";
	var parts = (x + "").split(".");
	return parts[0].replace(/(\d{1,3})(?=(?:\d{3})+(?!\d))/g, "$1,") + (parts.length > 1 ? "." + parts[1] : "");
}
var normalizeCssArray = normalizeCssArray$1;
var TPL_VAR_ALIAS = [
	"a",
	"b",
	"c",
	"d",
	"e",
	"f",
	"g"
];
var wrapVar = function(varName, seriesIdx) {
	return "{" + varName + (seriesIdx == null ? "" : seriesIdx) + "}";
};
/**
* Template formatter
* @param {Array.<Object>|Object} paramsList
*/
function formatTpl(tpl, paramsList, encode) {
	if (!isArray(paramsList)) paramsList = [paramsList];
	var seriesLen = paramsList.length;
	if (!seriesLen) return "";
	var $vars = paramsList[0].$vars || [];
	for (var i = 0; i < $vars.length; i++) {
		var alias = TPL_VAR_ALIAS[i];
		tpl = tpl.replace(wrapVar(alias), wrapVar(alias, 0));
	}
	for (var seriesIdx = 0; seriesIdx < seriesLen; seriesIdx++) for (var k = 0; k < $vars.length; k++) {
		var val = paramsList[seriesIdx][$vars[k]];
		tpl = tpl.replace(wrapVar(TPL_VAR_ALIAS[k], seriesIdx), encode ? encodeHTML(val) : val);
	}
	return tpl;
}
function getTooltipMarker(inOpt, extraCssText) {
	var opt = isString(inOpt) ? {
		color: inOpt,
		extraCssText
	} : inOpt || {};
	var color = opt.color;
	var type = opt.type;
	extraCssText = opt.extraCssText;
	var renderMode = opt.renderMode || "html";
	if (!color) return "";
	if (renderMode === "html") return type === "subItem" ? "<span style=\"display:inline-block;vertical-align:middle;margin-right:8px;margin-left:3px;border-radius:4px;width:4px;height:4px;background-color:" + encodeHTML(color) + ";" + (extraCssText || "") + "\"></span>" : "<span style=\"display:inline-block;margin-right:4px;border-radius:10px;width:10px;height:10px;background-color:" + encodeHTML(color) + ";" + (extraCssText || "") + "\"></span>";
	else return {
		renderMode,
		content: "{" + (opt.markerId || "markerX") + "|}  ",
		style: type === "subItem" ? {
			width: 4,
			height: 4,
			borderRadius: 2,
			backgroundColor: color
		} : {
			width: 10,
			height: 10,
			borderRadius: 5,
			backgroundColor: color
		}
	};
}
/**
* @return Never be null/undefined.
*/
function convertToColorString(color, defaultColor) {
	defaultColor = defaultColor || "transparent";
	return isString(color) ? color : isObject$2(color) ? color.colorStops && (color.colorStops[0] || {}).color || defaultColor : defaultColor;
}

// node_modules/echarts/lib/util/layout.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var each$2 = each$3;
/**
* @public
*/
var LOCATION_PARAMS = [
	"left",
	"right",
	"top",
	"bottom",
	"width",
	"height"
];
/**
* @public
*/
var HV_NAMES = [[
	"width",
	"left",
	"right"
], [
	"height",
	"top",
	"bottom"
]];
function boxLayout(orient, group, gap, maxWidth, maxHeight) {
	var x = 0;
	var y = 0;
	if (maxWidth == null) maxWidth = 1e400;
	if (maxHeight == null) maxHeight = 1e400;
	var currentLineMaxSize = 0;
	group.eachChild(function(child, idx) {
		var rect = child.getBoundingRect();
		var nextChild = group.childAt(idx + 1);
		var nextChildRect = nextChild && nextChild.getBoundingRect();
		var nextX;
		var nextY;
		if (orient === "horizontal") {
			var moveX = rect.width + (nextChildRect ? -nextChildRect.x + rect.x : 0);
			nextX = x + moveX;
			if (nextX > maxWidth || child.newline) {
				x = 0;
				nextX = moveX;
				y += currentLineMaxSize + gap;
				currentLineMaxSize = rect.height;
			} else currentLineMaxSize = Math.max(currentLineMaxSize, rect.height);
		} else {
			var moveY = rect.height + (nextChildRect ? -nextChildRect.y + rect.y : 0);
			nextY = y + moveY;
			if (nextY > maxHeight || child.newline) {
				x += currentLineMaxSize + gap;
				y = 0;
				nextY = moveY;
				currentLineMaxSize = rect.width;
			} else currentLineMaxSize = Math.max(currentLineMaxSize, rect.width);
		}
		if (child.newline) return;
		child.x = x;
		child.y = y;
		child.markRedraw();
		orient === "horizontal" ? x = nextX + gap : y = nextY + gap;
	});
}
/**
* VBox layouting
* @param {module:zrender/graphic/Group} group
* @param {number} gap
* @param {number} [width=Infinity]
* @param {number} [height=Infinity]
*/
var vbox = curry(boxLayout, "vertical");
/**
* HBox layouting
* @param {module:zrender/graphic/Group} group
* @param {number} gap
* @param {number} [width=Infinity]
* @param {number} [height=Infinity]
*/
var hbox = curry(boxLayout, "horizontal");
function getBoxLayoutParams(boxLayoutModel, ignoreParent) {
	return {
		left: boxLayoutModel.getShallow("left", ignoreParent),
		top: boxLayoutModel.getShallow("top", ignoreParent),
		right: boxLayoutModel.getShallow("right", ignoreParent),
		bottom: boxLayoutModel.getShallow("bottom", ignoreParent),
		width: boxLayoutModel.getShallow("width", ignoreParent),
		height: boxLayoutModel.getShallow("height", ignoreParent)
	};
}
/**
* Parse position info.
*/
function getLayoutRect(positionInfo, containerRect, margin) {
	margin = normalizeCssArray(margin || 0);
	var containerWidth = containerRect.width;
	var containerHeight = containerRect.height;
	var left = parsePercent(positionInfo.left, containerWidth);
	var top = parsePercent(positionInfo.top, containerHeight);
	var right = parsePercent(positionInfo.right, containerWidth);
	var bottom = parsePercent(positionInfo.bottom, containerHeight);
	var width = parsePercent(positionInfo.width, containerWidth);
	var height = parsePercent(positionInfo.height, containerHeight);
	var verticalMargin = margin[2] + margin[0];
	var horizontalMargin = margin[1] + margin[3];
	var aspect = positionInfo.aspect;
	if (isNaN(width)) width = containerWidth - right - horizontalMargin - left;
	if (isNaN(height)) height = containerHeight - bottom - verticalMargin - top;
	if (aspect != null) {
		if (isNaN(width) && isNaN(height)) {
			if (aspect > containerWidth / containerHeight) width = containerWidth * .8;
			else height = containerHeight * .8;
		}
		if (isNaN(width)) width = aspect * height;
		if (isNaN(height)) height = width / aspect;
	}
	if (isNaN(left)) left = containerWidth - right - width - horizontalMargin;
	if (isNaN(top)) top = containerHeight - bottom - height - verticalMargin;
	switch (positionInfo.left || positionInfo.right) {
		case "center":
			left = containerWidth / 2 - width / 2 - margin[3];
			break;
		case "right": left = containerWidth - width - horizontalMargin;
	}
	switch (positionInfo.top || positionInfo.bottom) {
		case "middle":
		case "center":
			top = containerHeight / 2 - height / 2 - margin[0];
			break;
		case "bottom": top = containerHeight - height - verticalMargin;
	}
	left = left || 0;
	top = top || 0;
	if (isNaN(width)) width = containerWidth - horizontalMargin - left - (right || 0);
	if (isNaN(height)) height = containerHeight - verticalMargin - top - (bottom || 0);
	var rect = new BoundingRect((containerRect.x || 0) + left + margin[3], (containerRect.y || 0) + top + margin[0], width, height);
	rect.margin = margin;
	return rect;
}
var BoxLayoutReferenceType = {
	rect: 1,
	point: 2
};
/**
* Uniformly calculate layout reference (rect or center) based on either:
*  - viewport:
*      - Get `refContainer` as `{x: 0, y: 0, width: api.getWidth(), height: api.getHeight()}`
*  - coordinate system, which can serve in several ways:
*      - Use `dataToPoint` to get the `refPoint`, such as, in cartesian2d coord sys.
*      - Use `dataToLayout` to get the `refContainer`, such as, in matrix coord sys.
*/
function createBoxLayoutReference(model, api, opt) {
	var refContainer;
	var refPoint;
	var layoutRefType;
	var boxCoordSys = model.boxCoordinateSystem;
	var boxCoordFrom;
	if (boxCoordSys) {
		var _a = getCoordForCoordSysUsageKindBox(model);
		var coord = _a.coord;
		var from = _a.from;
		if (boxCoordSys.dataToLayout) {
			layoutRefType = BoxLayoutReferenceType.rect;
			boxCoordFrom = from;
			var result = boxCoordSys.dataToLayout(coord);
			refContainer = result.contentRect || result.rect;
		} else if (opt && opt.enableLayoutOnlyByCenter && boxCoordSys.dataToPoint) {
			layoutRefType = BoxLayoutReferenceType.point;
			boxCoordFrom = from;
			refPoint = boxCoordSys.dataToPoint(coord);
		} else if (process.env.NODE_ENV !== "production") error(model.type + "[" + model.componentIndex + "]" + (" layout based on " + boxCoordSys.type + " is not supported."));
	}
	if (layoutRefType == null) layoutRefType = BoxLayoutReferenceType.rect;
	if (layoutRefType === BoxLayoutReferenceType.rect) {
		if (!refContainer) refContainer = {
			x: 0,
			y: 0,
			width: api.getWidth(),
			height: api.getHeight()
		};
		refPoint = [refContainer.x + refContainer.width / 2, refContainer.y + refContainer.height / 2];
	}
	return {
		type: layoutRefType,
		refContainer,
		refPoint,
		boxCoordFrom
	};
}
function fetchLayoutMode(ins) {
	var layoutMode = ins.layoutMode || ins.constructor.layoutMode;
	return isObject$2(layoutMode) ? layoutMode : layoutMode ? { type: layoutMode } : null;
}
/**
* Consider Case:
* When default option has {left: 0, width: 100}, and we set {right: 0}
* through setOption or media query, using normal zrUtil.merge will cause
* {right: 0} does not take effect.
*
* @example
* ComponentModel.extend({
*     init: function () {
*         ...
*         let inputPositionParams = layout.getLayoutParams(option);
*         this.mergeOption(inputPositionParams);
*     },
*     mergeOption: function (newOption) {
*         newOption && zrUtil.merge(thisOption, newOption, true);
*         layout.mergeLayoutParam(thisOption, newOption);
*     }
* });
*
* @param targetOption
* @param newOption
* @param opt
*/
function mergeLayoutParam(targetOption, newOption, opt) {
	var ignoreSize = opt && opt.ignoreSize;
	!isArray(ignoreSize) && (ignoreSize = [ignoreSize, ignoreSize]);
	var hResult = merge(HV_NAMES[0], 0);
	var vResult = merge(HV_NAMES[1], 1);
	copy(HV_NAMES[0], targetOption, hResult);
	copy(HV_NAMES[1], targetOption, vResult);
	function merge(names, hvIdx) {
		var newParams = {};
		var newValueCount = 0;
		var merged = {};
		var mergedValueCount = 0;
		var enoughParamNumber = 2;
		each$2(names, function(name) {
			merged[name] = targetOption[name];
		});
		each$2(names, function(name) {
			hasOwn(newOption, name) && (newParams[name] = merged[name] = newOption[name]);
			hasValue(newParams, name) && newValueCount++;
			hasValue(merged, name) && mergedValueCount++;
		});
		if (ignoreSize[hvIdx]) {
			if (hasValue(newOption, names[1])) merged[names[2]] = null;
			else if (hasValue(newOption, names[2])) merged[names[1]] = null;
			return merged;
		}
		if (mergedValueCount === enoughParamNumber || !newValueCount) return merged;
		else if (newValueCount >= enoughParamNumber) return newParams;
		else {
			for (var i = 0; i < names.length; i++) {
				var name_1 = names[i];
				if (!hasOwn(newParams, name_1) && hasOwn(targetOption, name_1)) {
					newParams[name_1] = targetOption[name_1];
					break;
				}
			}
			return newParams;
		}
	}
	function hasValue(obj, name) {
		return obj[name] != null && obj[name] !== "auto";
	}
	function copy(names, target, source) {
		each$2(names, function(name) {
			target[name] = source[name];
		});
	}
}
/**
* Retrieve 'left', 'right', 'top', 'bottom', 'width', 'height' from object.
*/
function getLayoutParams(source) {
	return copyLayoutParams({}, source);
}
/**
* Retrieve 'left', 'right', 'top', 'bottom', 'width', 'height' from object.
* @param {Object} source
* @return {Object} Result contains those props.
*/
function copyLayoutParams(target, source) {
	source && target && each$2(LOCATION_PARAMS, function(name) {
		hasOwn(source, name) && (target[name] = source[name]);
	});
	return target;
}

// node_modules/echarts/lib/model/Component.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$11 = makeInner();
var ComponentModel = function(_super) {
	__extends(ComponentModel, _super);
	function ComponentModel(option, parentModel, ecModel) {
		var _this = _super.call(this, option, parentModel, ecModel) || this;
		_this.uid = getUID("ec_cpt_model");
		return _this;
	}
	ComponentModel.prototype.init = function(option, parentModel, ecModel) {
		this.mergeDefaultAndTheme(option, ecModel);
	};
	ComponentModel.prototype.mergeDefaultAndTheme = function(option, ecModel) {
		var layoutMode = fetchLayoutMode(this);
		var inputPositionParams = layoutMode ? getLayoutParams(option) : {};
		var themeModel = ecModel.getTheme();
		merge(option, themeModel.get(this.mainType));
		merge(option, this.getDefaultOption());
		if (layoutMode) mergeLayoutParam(option, inputPositionParams, layoutMode);
	};
	ComponentModel.prototype.mergeOption = function(option, ecModel) {
		merge(this.option, option, true);
		var layoutMode = fetchLayoutMode(this);
		if (layoutMode) mergeLayoutParam(this.option, option, layoutMode);
	};
	/**
	* Called immediately after `init` or `mergeOption` of this instance called.
	*/
	ComponentModel.prototype.optionUpdated = function(newCptOption, isInit) {};
	/**
	* [How to declare defaultOption]:
	*
	* (A) If using class declaration in typescript (since echarts 5):
	* ```ts
	* import {ComponentOption} from '../model/option.js';
	* export interface XxxOption extends ComponentOption {
	*     aaa: number
	* }
	* export class XxxModel extends Component {
	*     static type = 'xxx';
	*     static defaultOption: XxxOption = {
	*         aaa: 123
	*     }
	* }
	* Component.registerClass(XxxModel);
	* ```
	* ```ts
	* import {inheritDefaultOption} from '../util/component.js';
	* import {XxxModel, XxxOption} from './XxxModel.js';
	* export interface XxxSubOption extends XxxOption {
	*     bbb: number
	* }
	* class XxxSubModel extends XxxModel {
	*     static defaultOption: XxxSubOption = inheritDefaultOption(XxxModel.defaultOption, {
	*         bbb: 456
	*     })
	*     fn() {
	*         let opt = this.getDefaultOption();
	*         // opt is {aaa: 123, bbb: 456}
	*     }
	* }
	* ```
	*
	* (B) If using class extend (previous approach in echarts 3 & 4):
	* ```js
	* let XxxComponent = Component.extend({
	*     defaultOption: {
	*         xx: 123
	*     }
	* })
	* ```
	* ```js
	* let XxxSubComponent = XxxComponent.extend({
	*     defaultOption: {
	*         yy: 456
	*     },
	*     fn: function () {
	*         let opt = this.getDefaultOption();
	*         // opt is {xx: 123, yy: 456}
	*     }
	* })
	* ```
	*/
	ComponentModel.prototype.getDefaultOption = function() {
		var ctor = this.constructor;
		if (!isExtendedClass(ctor)) return ctor.defaultOption;
		var fields = inner$11(this);
		if (!fields.defaultOption) {
			var optList = [];
			var clz = ctor;
			while (clz) {
				var opt = clz.prototype.defaultOption;
				opt && optList.push(opt);
				clz = clz.superClass;
			}
			var defaultOption = {};
			for (var i = optList.length - 1; i >= 0; i--) defaultOption = merge(defaultOption, optList[i], true);
			fields.defaultOption = defaultOption;
		}
		return fields.defaultOption;
	};
	/**
	* Notice: always force to input param `useDefault` in case that forget to consider it.
	* The same behavior as `modelUtil.parseFinder`.
	*
	* @param useDefault In many cases like series refer axis and axis refer grid,
	*        If axis index / axis id not specified, use the first target as default.
	*        In other cases like dataZoom refer axis, if not specified, measn no refer.
	*/
	ComponentModel.prototype.getReferringComponents = function(mainType, opt) {
		var indexKey = mainType + "Index";
		var idKey = mainType + "Id";
		return queryReferringComponents(this.ecModel, mainType, {
			index: this.get(indexKey, true),
			id: this.get(idKey, true)
		}, opt);
	};
	ComponentModel.prototype.getBoxLayoutParams = function() {
		return getBoxLayoutParams(this, false);
	};
	/**
	* If developers don't configure zlevel. We will assign zlevel to series based on the key, if provided.
	* For example, lines with trail effect is expected to be in an individual zlevel.
	*
	* @tutorial [GET_ZLEVEL_KEY_FOR_PROGRESSIVE]
	* Regarding "progressive rendering", zrender can automatically assign a dedicated "incremental layer"
	* for `el.incremental` per zlevel. But there is a trade-off:
	*  - If we do not provide different zlevelKey for different series here, all incremental elements from
	*    different series will be assigned to one incremental layer, which causes them to cover each other
	*    in an order depending on progressive steps.
	*      i.e., seriesA_el1 -covered_by-> seriesB_el1 -covered_by-> seriesC_el1 -> seriesA_el2 -> seriesB_el2 ...
	*    This order may causes an unexpected visual result: series with small data are likely to be completely
	*    covered by series with large data. (like in test/scatter-weibo.html)
	*  - If we assign a different zlevelKey to each series, the "covering issue" above can be resolved,
	*    but having one HTML Canvas per series may be excessively memory-consuming.
	*  Therefore, we only automatically assign zlevelKey on `ScatterSeries` and `LinesSeries` for backward
	*  compatibility, and not to other series. Users can explicitly assign zlevel if they encouter above
	*  "covering issue".
	*/
	ComponentModel.prototype.getZLevelKey = function() {
		return "";
	};
	ComponentModel.prototype.setZLevel = function(zlevel) {
		this.option.zlevel = zlevel;
	};
	ComponentModel.protoInitialize = function() {
		var proto = ComponentModel.prototype;
		proto.type = "component";
		proto.id = "";
		proto.name = "";
		proto.mainType = "";
		proto.subType = "";
		proto.componentIndex = 0;
	}();
	return ComponentModel;
}(Model);
mountExtend(ComponentModel, Model);
enableClassManagement(ComponentModel);
enableSubTypeDefaulter(ComponentModel);
enableTopologicalTravel(ComponentModel, getDependencies);
function getDependencies(componentType) {
	var deps = [];
	each$3(ComponentModel.getClassesByMainType(componentType), function(clz) {
		deps = deps.concat(clz.dependencies || clz.prototype.dependencies || []);
	});
	deps = map$1(deps, function(type) {
		return parseClassType(type).main;
	});
	if (componentType !== "dataset" && indexOf(deps, "dataset") <= 0) deps.unshift("dataset");
	return deps;
}

// node_modules/echarts/lib/model/mixin/palette.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var innerColor = makeInner();
var innerDecal = makeInner();
var PaletteMixin = function() {
	function PaletteMixin() {}
	PaletteMixin.prototype.getColorFromPalette = function(name, scope, requestNum) {
		var defaultPalette = normalizeToArray(this.get("color", true));
		var layeredPalette = this.get("colorLayer", true);
		return getFromPalette(this, innerColor, defaultPalette, layeredPalette, name, scope, requestNum);
	};
	PaletteMixin.prototype.clearColorPalette = function() {
		clearPalette(this, innerColor);
	};
	return PaletteMixin;
}();
function getNearestPalette(palettes, requestColorNum) {
	var paletteNum = palettes.length;
	for (var i = 0; i < paletteNum; i++) if (palettes[i].length > requestColorNum) return palettes[i];
	return palettes[paletteNum - 1];
}
/**
* @param name MUST NOT be null/undefined. Otherwise call this function
*             twise with the same parameters will get different result.
* @param scope default this.
* @return Can be null/undefined
*/
function getFromPalette(that, inner, defaultPalette, layeredPalette, name, scope, requestNum) {
	scope = scope || that;
	var scopeFields = inner(scope);
	var paletteIdx = scopeFields.paletteIdx || 0;
	var paletteNameMap = scopeFields.paletteNameMap = scopeFields.paletteNameMap || {};
	if (paletteNameMap.hasOwnProperty(name)) return paletteNameMap[name];
	var palette = requestNum == null || !layeredPalette ? defaultPalette : getNearestPalette(layeredPalette, requestNum);
	palette = palette || defaultPalette;
	if (!palette || !palette.length) return;
	var pickedPaletteItem = palette[paletteIdx];
	if (name) paletteNameMap[name] = pickedPaletteItem;
	scopeFields.paletteIdx = (paletteIdx + 1) % palette.length;
	return pickedPaletteItem;
}
function clearPalette(that, inner) {
	inner(that).paletteIdx = 0;
	inner(that).paletteNameMap = {};
}

// node_modules/echarts/lib/model/mixin/dataFormat.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var DIMENSION_LABEL_REG = /\{@(.+?)\}/g;
var DataFormatMixin = function() {
	function DataFormatMixin() {}
	/**
	* Get params for formatter
	*/
	DataFormatMixin.prototype.getDataParams = function(dataIndex, dataType) {
		var data = this.getData(dataType);
		var rawValue = this.getRawValue(dataIndex, dataType);
		var rawDataIndex = data.getRawIndex(dataIndex);
		var name = data.getName(dataIndex);
		var itemOpt = data.getRawDataItem(dataIndex);
		var style = data.getItemVisual(dataIndex, "style");
		var color = style && style[data.getItemVisual(dataIndex, "drawType") || "fill"];
		var borderColor = style && style.stroke;
		var mainType = this.mainType;
		var isSeries = mainType === "series";
		var userOutput = data.userOutput && data.userOutput.get();
		return {
			componentType: mainType,
			componentSubType: this.subType,
			componentIndex: this.componentIndex,
			seriesType: isSeries ? this.subType : null,
			seriesIndex: this.seriesIndex,
			seriesId: isSeries ? this.id : null,
			seriesName: isSeries ? this.name : null,
			name,
			dataIndex: rawDataIndex,
			data: itemOpt,
			dataType,
			value: rawValue,
			color,
			borderColor,
			dimensionNames: userOutput ? userOutput.fullDimensions : null,
			encode: userOutput ? userOutput.encode : null,
			$vars: [
				"seriesName",
				"name",
				"value"
			]
		};
	};
	/**
	* Format label
	* @param dataIndex
	* @param status 'normal' by default
	* @param dataType
	* @param labelDimIndex Only used in some chart that
	*        use formatter in different dimensions, like radar.
	* @param formatter Formatter given outside.
	* @return return null/undefined if no formatter
	*/
	DataFormatMixin.prototype.getFormattedLabel = function(dataIndex, status, dataType, labelDimIndex, formatter, extendParams) {
		status = status || "normal";
		var data = this.getData(dataType);
		var params = this.getDataParams(dataIndex, dataType);
		if (extendParams) params.value = extendParams.interpolatedValue;
		if (labelDimIndex != null && isArray(params.value)) params.value = params.value[labelDimIndex];
		if (!formatter) formatter = data.getItemModel(dataIndex).get(status === "normal" ? ["label", "formatter"] : [
			status,
			"label",
			"formatter"
		]);
		if (isFunction(formatter)) {
			params.status = status;
			params.dimensionIndex = labelDimIndex;
			return formatter(params);
		} else if (isString(formatter)) return formatTpl(formatter, params).replace(DIMENSION_LABEL_REG, function(origin, dimStr) {
			var len = dimStr.length;
			var dimLoose = dimStr;
			if (dimLoose.charAt(0) === "[" && dimLoose.charAt(len - 1) === "]") {
				dimLoose = +dimLoose.slice(1, len - 1);
				if (process.env.NODE_ENV !== "production") {
					if (isNaN(dimLoose)) error("Invalide label formatter: @" + dimStr + ", only support @[0], @[1], @[2], ...");
				}
			}
			var val = retrieveRawValue(data, dataIndex, dimLoose);
			if (extendParams && isArray(extendParams.interpolatedValue)) {
				var dimIndex = data.getDimensionIndex(dimLoose);
				if (dimIndex >= 0) val = extendParams.interpolatedValue[dimIndex];
			}
			return val != null ? val + "" : "";
		});
	};
	/**
	* Get raw value in option
	*/
	DataFormatMixin.prototype.getRawValue = function(idx, dataType) {
		return retrieveRawValue(this.getData(dataType), idx);
	};
	/**
	* Should be implemented.
	* @param {number} dataIndex
	* @param {boolean} [multipleSeries=false]
	* @param {string} [dataType]
	*/
	DataFormatMixin.prototype.formatTooltip = function(dataIndex, multipleSeries, dataType) {};
	return DataFormatMixin;
}();

// node_modules/echarts/lib/core/task.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* @param {Object} define
* @return See the return of `createTask`.
*/
function createTask(define) {
	return new Task(define);
}
var Task = function() {
	function Task(define) {
		define = define || {};
		this._reset = define.reset;
		this._plan = define.plan;
		this._count = define.count;
		this._onDirty = define.onDirty;
		this._dirty = true;
	}
	/**
	* @param step Specified step.
	* @param skip Skip customer perform call.
	* @param modBy Sampling window size.
	* @param modDataCount Sampling count.
	* @return whether unfinished.
	*/
	Task.prototype.perform = function(performArgs) {
		var upTask = this._upstream;
		var skip = performArgs && performArgs.skip;
		if (this._dirty && upTask) {
			var context = this.context;
			context.data = context.outputData = upTask.context.outputData;
		}
		if (this.__pipeline) this.__pipeline.currentTask = this;
		var planResult;
		if (this._plan && !skip) planResult = this._plan(this.context);
		var lastModBy = normalizeModBy(this._modBy);
		var lastModDataCount = this._modDataCount || 0;
		var modBy = normalizeModBy(performArgs && performArgs.modBy);
		var modDataCount = performArgs && performArgs.modDataCount || 0;
		if (lastModBy !== modBy || lastModDataCount !== modDataCount) planResult = "reset";
		function normalizeModBy(val) {
			!(val >= 1) && (val = 1);
			return val;
		}
		var forceFirstProgress;
		if (this._dirty || planResult === "reset") {
			this._dirty = false;
			forceFirstProgress = this._doReset(skip);
		}
		this._modBy = modBy;
		this._modDataCount = modDataCount;
		var step = performArgs && performArgs.step;
		if (upTask) {
			if (process.env.NODE_ENV !== "production") assert(upTask._outputDueEnd != null);
			this._dueEnd = upTask._outputDueEnd;
		} else {
			if (process.env.NODE_ENV !== "production") assert(!this._progress || this._count);
			this._dueEnd = this._count ? this._count(this.context) : 1e400;
		}
		if (this._progress) {
			var start = this._dueIndex;
			var end = Math.min(step != null ? this._dueIndex + step : 1e400, this._dueEnd);
			if (!skip && (forceFirstProgress || start < end)) {
				var progress = this._progress;
				if (isArray(progress)) for (var i = 0; i < progress.length; i++) this._doProgress(progress[i], start, end, modBy, modDataCount);
				else this._doProgress(progress, start, end, modBy, modDataCount);
			}
			this._dueIndex = end;
			var outputDueEnd = this._settedOutputEnd != null ? this._settedOutputEnd : end;
			if (process.env.NODE_ENV !== "production") assert(outputDueEnd >= this._outputDueEnd);
			this._outputDueEnd = outputDueEnd;
		} else this._dueIndex = this._outputDueEnd = this._settedOutputEnd != null ? this._settedOutputEnd : this._dueEnd;
		return this.unfinished();
	};
	/**
	* @tutorial [EC_TASK_DIRTY]
	*  Task `dirty()` calls typically originate from a trigger of EC_FULL_UPDATE_CYCLE and
	*  EC_PARTIAL_UPDATE_CYCLE) (See comments in EC_CYCLE. Generally, task dirty propagates
	*  to downstream tasks.
	*  Task dirty leads to the `StageHandler['reset']` or `StageHandler['overallReset']` call,
	*  which discards the previous result and starts over the processing.
	*/
	Task.prototype.dirty = function() {
		this._dirty = true;
		this._onDirty && this._onDirty(this.context);
	};
	Task.prototype._doProgress = function(progress, start, end, modBy, modDataCount) {
		iterator.reset(start, end, modBy, modDataCount);
		this._callingProgress = progress;
		this._callingProgress({
			start,
			end,
			count: end - start,
			next: iterator.next
		}, this.context);
	};
	Task.prototype._doReset = function(skip) {
		this._dueIndex = this._outputDueEnd = this._dueEnd = 0;
		this._settedOutputEnd = null;
		var progress;
		var forceFirstProgress;
		if (!skip && this._reset) {
			progress = this._reset(this.context);
			if (progress && progress.progress) {
				forceFirstProgress = progress.forceFirstProgress;
				progress = progress.progress;
			}
			if (isArray(progress) && !progress.length) progress = null;
		}
		this._progress = progress;
		this._modBy = this._modDataCount = null;
		var downstream = this._downstream;
		downstream && downstream.dirty();
		return forceFirstProgress;
	};
	Task.prototype.unfinished = function() {
		return this._progress && this._dueIndex < this._dueEnd;
	};
	/**
	* @param downTask The downstream task.
	* @return The downstream task.
	*/
	Task.prototype.pipe = function(downTask) {
		if (process.env.NODE_ENV !== "production") assert(downTask && !downTask._disposed && downTask !== this);
		if (this._downstream !== downTask || this._dirty) {
			this._downstream = downTask;
			downTask._upstream = this;
			downTask.dirty();
		}
	};
	Task.prototype.dispose = function() {
		if (this._disposed) return;
		this._upstream && (this._upstream._downstream = null);
		this._downstream && (this._downstream._upstream = null);
		this._dirty = false;
		this._disposed = true;
	};
	Task.prototype.getUpstream = function() {
		return this._upstream;
	};
	Task.prototype.getDownstream = function() {
		return this._downstream;
	};
	Task.prototype.setOutputEnd = function(end) {
		this._outputDueEnd = this._settedOutputEnd = end;
	};
	return Task;
}();
var iterator = function() {
	var end;
	var current;
	var modBy;
	var modDataCount;
	var winCount;
	var it = { reset: function(s, e, sStep, sCount) {
		current = s;
		end = e;
		modBy = sStep;
		modDataCount = sCount;
		winCount = Math.ceil(modDataCount / modBy);
		it.next = modBy > 1 && modDataCount > 0 ? modNext : sequentialNext;
	} };
	return it;
	function sequentialNext() {
		return current < end ? current++ : null;
	}
	function modNext() {
		var dataIndex = current % winCount * modBy + Math.ceil(current / winCount);
		var result = current >= end ? null : dataIndex < modDataCount ? dataIndex : current;
		current++;
		return result;
	}
}();

// node_modules/echarts/lib/data/helper/transform.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* TODO: disable writable.
* This structure will be exposed to users.
*/
var ExternalSource = function() {
	function ExternalSource() {}
	ExternalSource.prototype.getRawData = function() {
		throw new Error("not supported");
	};
	ExternalSource.prototype.getRawDataItem = function(dataIndex) {
		throw new Error("not supported");
	};
	ExternalSource.prototype.cloneRawData = function() {};
	/**
	* @return If dimension not found, return null/undefined.
	*/
	ExternalSource.prototype.getDimensionInfo = function(dim) {};
	/**
	* dimensions defined if and only if either:
	* (a) dataset.dimensions are declared.
	* (b) dataset data include dimensions definitions in data (detected or via specified `sourceHeader`).
	* If dimensions are defined, `dimensionInfoAll` is corresponding to
	* the defined dimensions.
	* Otherwise, `dimensionInfoAll` is determined by data columns.
	* @return Always return an array (even empty array).
	*/
	ExternalSource.prototype.cloneAllDimensionInfo = function() {};
	ExternalSource.prototype.count = function() {};
	/**
	* Only support by dimension index.
	* No need to support by dimension name in transform function,
	* because transform function is not case-specific, no need to use name literally.
	*/
	ExternalSource.prototype.retrieveValue = function(dataIndex, dimIndex) {};
	ExternalSource.prototype.retrieveValueFromItem = function(dataItem, dimIndex) {};
	ExternalSource.prototype.convertValue = function(rawVal, dimInfo) {
		return parseDataValue(rawVal, dimInfo);
	};
	return ExternalSource;
}();
function createExternalSource(internalSource, externalTransform) {
	var extSource = new ExternalSource();
	var data = internalSource.data;
	var sourceFormat = extSource.sourceFormat = internalSource.sourceFormat;
	var sourceHeaderCount = internalSource.startIndex;
	var errMsg = "";
	if (internalSource.seriesLayoutBy !== "column") {
		if (process.env.NODE_ENV !== "production") errMsg = "`seriesLayoutBy` of upstream dataset can only be \"column\" in data transform.";
		throwError(errMsg);
	}
	var dimensions = [];
	var dimsByName = {};
	var dimsDef = internalSource.dimensionsDefine;
	if (dimsDef) each$3(dimsDef, function(dimDef, idx) {
		var name = dimDef.name;
		var dimDefExt = {
			index: idx,
			name,
			displayName: dimDef.displayName
		};
		dimensions.push(dimDefExt);
		if (name != null) {
			var errMsg_1 = "";
			if (hasOwn(dimsByName, name)) {
				if (process.env.NODE_ENV !== "production") errMsg_1 = "dimension name \"" + name + "\" duplicated.";
				throwError(errMsg_1);
			}
			dimsByName[name] = dimDefExt;
		}
	});
	else for (var i = 0; i < internalSource.dimensionsDetectedCount || 0; i++) dimensions.push({ index: i });
	var rawItemGetter = getRawSourceItemGetter(sourceFormat, SERIES_LAYOUT_BY_COLUMN);
	if (externalTransform.__isBuiltIn) {
		extSource.getRawDataItem = function(dataIndex) {
			return rawItemGetter(data, sourceHeaderCount, dimensions, dataIndex);
		};
		extSource.getRawData = bind$1(getRawData, null, internalSource);
	}
	extSource.cloneRawData = bind$1(cloneRawData, null, internalSource);
	var rawCounter = getRawSourceDataCounter(sourceFormat, SERIES_LAYOUT_BY_COLUMN);
	extSource.count = bind$1(rawCounter, null, data, sourceHeaderCount, dimensions);
	var rawValueGetter = getRawSourceValueGetter(sourceFormat);
	extSource.retrieveValue = function(dataIndex, dimIndex) {
		return retrieveValueFromItem(rawItemGetter(data, sourceHeaderCount, dimensions, dataIndex), dimIndex);
	};
	var retrieveValueFromItem = extSource.retrieveValueFromItem = function(dataItem, dimIndex) {
		if (dataItem == null) return;
		var dimDef = dimensions[dimIndex];
		if (dimDef) return rawValueGetter(dataItem, dimIndex, dimDef.name);
	};
	extSource.getDimensionInfo = bind$1(getDimensionInfo, null, dimensions, dimsByName);
	extSource.cloneAllDimensionInfo = bind$1(cloneAllDimensionInfo, null, dimensions);
	return extSource;
}
function getRawData(upstream) {
	var sourceFormat = upstream.sourceFormat;
	if (!isSupportedSourceFormat(sourceFormat)) {
		var errMsg = "";
		if (process.env.NODE_ENV !== "production") errMsg = "`getRawData` is not supported in source format " + sourceFormat;
		throwError(errMsg);
	}
	return upstream.data;
}
function cloneRawData(upstream) {
	var sourceFormat = upstream.sourceFormat;
	var data = upstream.data;
	if (!isSupportedSourceFormat(sourceFormat)) {
		var errMsg = "";
		if (process.env.NODE_ENV !== "production") errMsg = "`cloneRawData` is not supported in source format " + sourceFormat;
		throwError(errMsg);
	}
	if (sourceFormat === "arrayRows") {
		var result = [];
		for (var i = 0, len = data.length; i < len; i++) result.push(data[i].slice());
		return result;
	} else if (sourceFormat === "objectRows") {
		var result = [];
		for (var i = 0, len = data.length; i < len; i++) result.push(extend({}, data[i]));
		return result;
	}
}
function getDimensionInfo(dimensions, dimsByName, dim) {
	if (dim == null) return;
	if (isNumber(dim) || !isNaN(dim) && !hasOwn(dimsByName, dim)) return dimensions[dim];
	else if (hasOwn(dimsByName, dim)) return dimsByName[dim];
}
function cloneAllDimensionInfo(dimensions) {
	return clone$1(dimensions);
}
var externalTransformMap = createHashMap();
function registerExternalTransform(externalTransform) {
	externalTransform = clone$1(externalTransform);
	var type = externalTransform.type;
	var errMsg = "";
	if (!type) {
		if (process.env.NODE_ENV !== "production") errMsg = "Must have a `type` when `registerTransform`.";
		throwError(errMsg);
	}
	var typeParsed = type.split(":");
	if (typeParsed.length !== 2) {
		if (process.env.NODE_ENV !== "production") errMsg = "Name must include namespace like \"ns:regression\".";
		throwError(errMsg);
	}
	var isBuiltIn = false;
	if (typeParsed[0] === "echarts") {
		type = typeParsed[1];
		isBuiltIn = true;
	}
	externalTransform.__isBuiltIn = isBuiltIn;
	externalTransformMap.set(type, externalTransform);
}
function applyDataTransform(rawTransOption, sourceList, infoForPrint) {
	var pipedTransOption = normalizeToArray(rawTransOption);
	var pipeLen = pipedTransOption.length;
	var errMsg = "";
	if (!pipeLen) {
		if (process.env.NODE_ENV !== "production") errMsg = "If `transform` declared, it should at least contain one transform.";
		throwError(errMsg);
	}
	for (var i = 0, len = pipeLen; i < len; i++) {
		var transOption = pipedTransOption[i];
		sourceList = applySingleDataTransform(transOption, sourceList, infoForPrint, pipeLen === 1 ? null : i);
		if (i !== len - 1) sourceList.length = Math.max(sourceList.length, 1);
	}
	return sourceList;
}
function applySingleDataTransform(transOption, upSourceList, infoForPrint, pipeIndex) {
	var errMsg = "";
	if (!upSourceList.length) {
		if (process.env.NODE_ENV !== "production") errMsg = "Must have at least one upstream dataset.";
		throwError(errMsg);
	}
	if (!isObject$2(transOption)) {
		if (process.env.NODE_ENV !== "production") errMsg = "transform declaration must be an object rather than " + typeof transOption + ".";
		throwError(errMsg);
	}
	var transType = transOption.type;
	var externalTransform = externalTransformMap.get(transType);
	if (!externalTransform) {
		if (process.env.NODE_ENV !== "production") errMsg = "Can not find transform on type \"" + transType + "\".";
		throwError(errMsg);
	}
	var extUpSourceList = map$1(upSourceList, function(upSource) {
		return createExternalSource(upSource, externalTransform);
	});
	var resultList = normalizeToArray(externalTransform.transform({
		upstream: extUpSourceList[0],
		upstreamList: extUpSourceList,
		config: clone$1(transOption.config)
	}));
	if (process.env.NODE_ENV !== "production") {
		if (transOption.print) {
			var printStrArr = map$1(resultList, function(extSource) {
				var pipeIndexStr = pipeIndex != null ? " === pipe index: " + pipeIndex : "";
				return [
					"=== dataset index: " + infoForPrint.datasetIndex + pipeIndexStr + " ===",
					"- transform result data:",
					makePrintable(extSource.data),
					"- transform result dimensions:",
					makePrintable(extSource.dimensions)
				].join("\n");
			}).join("\n");
			log(printStrArr);
		}
	}
	return map$1(resultList, function(result, resultIndex) {
		var errMsg = "";
		if (!isObject$2(result)) {
			if (process.env.NODE_ENV !== "production") errMsg = "A transform should not return some empty results.";
			throwError(errMsg);
		}
		if (!result.data) {
			if (process.env.NODE_ENV !== "production") errMsg = "Transform result data should be not be null or undefined";
			throwError(errMsg);
		}
		if (!isSupportedSourceFormat(detectSourceFormat(result.data))) {
			if (process.env.NODE_ENV !== "production") errMsg = "Transform result data should be array rows or object rows.";
			throwError(errMsg);
		}
		var resultMetaRawOption;
		var firstUpSource = upSourceList[0];
		/**
		* Intuitively, the end users known the content of the original `dataset.source`,
		* calucating the transform result in mind.
		* Suppose the original `dataset.source` is:
		* ```js
		* [
		*     ['product', '2012', '2013', '2014', '2015'],
		*     ['AAA', 41.1, 30.4, 65.1, 53.3],
		*     ['BBB', 86.5, 92.1, 85.7, 83.1],
		*     ['CCC', 24.1, 67.2, 79.5, 86.4]
		* ]
		* ```
		* The dimension info have to be detected from the source data.
		* Some of the transformers (like filter, sort) will follow the dimension info
		* of upstream, while others use new dimensions (like aggregate).
		* Transformer can output a field `dimensions` to define the its own output dimensions.
		* We also allow transformers to ignore the output `dimensions` field, and
		* inherit the upstream dimensions definition. It can reduce the burden of handling
		* dimensions in transformers.
		*
		* See also [DIMENSION_INHERIT_RULE] in `sourceManager.ts`.
		*/
		if (firstUpSource && resultIndex === 0 && !result.dimensions) {
			var startIndex = firstUpSource.startIndex;
			if (startIndex) result.data = firstUpSource.data.slice(0, startIndex).concat(result.data);
			resultMetaRawOption = {
				seriesLayoutBy: SERIES_LAYOUT_BY_COLUMN,
				sourceHeader: startIndex,
				dimensions: firstUpSource.metaRawOption.dimensions
			};
		} else resultMetaRawOption = {
			seriesLayoutBy: SERIES_LAYOUT_BY_COLUMN,
			sourceHeader: 0,
			dimensions: result.dimensions
		};
		return createSource(result.data, resultMetaRawOption, null);
	});
}
function isSupportedSourceFormat(sourceFormat) {
	return sourceFormat === "arrayRows" || sourceFormat === "objectRows";
}

// node_modules/echarts/lib/data/helper/sourceManager.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* [REQUIREMENT_MEMO]:
* (0) `metaRawOption` means `dimensions`/`sourceHeader`/`seriesLayoutBy` in raw option.
* (1) Keep support the feature: `metaRawOption` can be specified both on `series` and
* `root-dataset`. Them on `series` has higher priority.
* (2) Do not support to set `metaRawOption` on a `non-root-dataset`, because it might
* confuse users: whether those props indicate how to visit the upstream source or visit
* the transform result source, and some transforms has nothing to do with these props,
* and some transforms might have multiple upstream.
* (3) Transforms should specify `metaRawOption` in each output, just like they can be
* declared in `root-dataset`.
* (4) At present only support visit source in `SERIES_LAYOUT_BY_COLUMN` in transforms.
* That is for reducing complexity in transforms.
* PENDING: Whether to provide transposition transform?
*
* [IMPLEMENTAION_MEMO]:
* "sourceVisitConfig" are calculated from `metaRawOption` and `data`.
* They will not be calculated until `source` is about to be visited (to prevent from
* duplicate calcuation). `source` is visited only in series and input to transforms.
*
* [DIMENSION_INHERIT_RULE]:
* By default the dimensions are inherited from ancestors, unless a transform return
* a new dimensions definition.
* Consider the case:
* ```js
* dataset: [{
*     source: [ ['Product', 'Sales', 'Prise'], ['Cookies', 321, 44.21], ...]
* }, {
*     transform: { type: 'filter', ... }
* }]
* dataset: [{
*     dimension: ['Product', 'Sales', 'Prise'],
*     source: [ ['Cookies', 321, 44.21], ...]
* }, {
*     transform: { type: 'filter', ... }
* }]
* ```
* The two types of option should have the same behavior after transform.
*
*
* [SCENARIO]:
* (1) Provide source data directly:
* ```js
* series: {
*     encode: {...},
*     dimensions: [...]
*     seriesLayoutBy: 'row',
*     data: [[...]]
* }
* ```
* (2) Series refer to dataset.
* ```js
* series: [{
*     encode: {...}
*     // Ignore datasetIndex means `datasetIndex: 0`
*     // and the dimensions defination in dataset is used
* }, {
*     encode: {...},
*     seriesLayoutBy: 'column',
*     datasetIndex: 1
* }]
* ```
* (3) dataset transform
* ```js
* dataset: [{
*     source: [...]
* }, {
*     source: [...]
* }, {
*     // By default from 0.
*     transform: { type: 'filter', config: {...} }
* }, {
*     // Piped.
*     transform: [
*         { type: 'filter', config: {...} },
*         { type: 'sort', config: {...} }
*     ]
* }, {
*     id: 'regressionData',
*     fromDatasetIndex: 1,
*     // Third-party transform
*     transform: { type: 'ecStat:regression', config: {...} }
* }, {
*     // retrieve the extra result.
*     id: 'regressionFormula',
*     fromDatasetId: 'regressionData',
*     fromTransformResult: 1
* }]
* ```
*/
var SourceManager = function() {
	function SourceManager(sourceHost) {
		this._sourceList = [];
		this._storeList = [];
		this._upstreamSignList = [];
		this._versionSignBase = 0;
		this._dirty = true;
		this._sourceHost = sourceHost;
	}
	/**
	* Mark dirty.
	*/
	SourceManager.prototype.dirty = function() {
		this._setLocalSource([], []);
		this._storeList = [];
		this._dirty = true;
	};
	SourceManager.prototype._setLocalSource = function(sourceList, upstreamSignList) {
		this._sourceList = sourceList;
		this._upstreamSignList = upstreamSignList;
		this._versionSignBase++;
		if (this._versionSignBase > 9e10) this._versionSignBase = 0;
	};
	/**
	* For detecting whether the upstream source is dirty, so that
	* the local cached source (in `_sourceList`) should be discarded.
	*/
	SourceManager.prototype._getVersionSign = function() {
		return this._sourceHost.uid + "_" + this._versionSignBase;
	};
	/**
	* Always return a source instance. Otherwise throw error.
	*/
	SourceManager.prototype.prepareSource = function() {
		if (this._isDirty()) {
			this._createSource();
			this._dirty = false;
		}
	};
	SourceManager.prototype._createSource = function() {
		this._setLocalSource([], []);
		var sourceHost = this._sourceHost;
		var upSourceMgrList = this._getUpstreamSourceManagers();
		var hasUpstream = !!upSourceMgrList.length;
		var resultSourceList;
		var upstreamSignList;
		if (isSeries(sourceHost)) {
			var seriesModel = sourceHost;
			var data = void 0;
			var sourceFormat = void 0;
			var upSource = void 0;
			if (hasUpstream) {
				var upSourceMgr = upSourceMgrList[0];
				upSourceMgr.prepareSource();
				upSource = upSourceMgr.getSource();
				data = upSource.data;
				sourceFormat = upSource.sourceFormat;
				upstreamSignList = [upSourceMgr._getVersionSign()];
			} else {
				data = seriesModel.get("data", true);
				sourceFormat = isTypedArray(data) ? SOURCE_FORMAT_TYPED_ARRAY : SOURCE_FORMAT_ORIGINAL;
				upstreamSignList = [];
			}
			var newMetaRawOption = this._getSourceMetaRawOption() || {};
			var upMetaRawOption = upSource && upSource.metaRawOption || {};
			var seriesLayoutBy = retrieve2(newMetaRawOption.seriesLayoutBy, upMetaRawOption.seriesLayoutBy) || null;
			var sourceHeader = retrieve2(newMetaRawOption.sourceHeader, upMetaRawOption.sourceHeader);
			var dimensions = retrieve2(newMetaRawOption.dimensions, upMetaRawOption.dimensions);
			resultSourceList = seriesLayoutBy !== upMetaRawOption.seriesLayoutBy || !!sourceHeader !== !!upMetaRawOption.sourceHeader || dimensions ? [createSource(data, {
				seriesLayoutBy,
				sourceHeader,
				dimensions
			}, sourceFormat)] : [];
		} else {
			var datasetModel = sourceHost;
			if (hasUpstream) {
				var result = this._applyTransform(upSourceMgrList);
				resultSourceList = result.sourceList;
				upstreamSignList = result.upstreamSignList;
			} else {
				var sourceData = datasetModel.get("source", true);
				resultSourceList = [createSource(sourceData, this._getSourceMetaRawOption(), null)];
				upstreamSignList = [];
			}
		}
		if (process.env.NODE_ENV !== "production") assert(resultSourceList && upstreamSignList);
		this._setLocalSource(resultSourceList, upstreamSignList);
	};
	SourceManager.prototype._applyTransform = function(upMgrList) {
		var datasetModel = this._sourceHost;
		var transformOption = datasetModel.get("transform", true);
		var fromTransformResult = datasetModel.get("fromTransformResult", true);
		if (process.env.NODE_ENV !== "production") assert(fromTransformResult != null || transformOption != null);
		if (fromTransformResult != null) {
			var errMsg = "";
			if (upMgrList.length !== 1) {
				if (process.env.NODE_ENV !== "production") errMsg = "When using `fromTransformResult`, there should be only one upstream dataset";
				doThrow(errMsg);
			}
		}
		var sourceList;
		var upSourceList = [];
		var upstreamSignList = [];
		each$3(upMgrList, function(upMgr) {
			upMgr.prepareSource();
			var upSource = upMgr.getSource(fromTransformResult || 0);
			var errMsg = "";
			if (fromTransformResult != null && !upSource) {
				if (process.env.NODE_ENV !== "production") errMsg = "Can not retrieve result by `fromTransformResult`: " + fromTransformResult;
				doThrow(errMsg);
			}
			upSourceList.push(upSource);
			upstreamSignList.push(upMgr._getVersionSign());
		});
		if (transformOption) sourceList = applyDataTransform(transformOption, upSourceList, { datasetIndex: datasetModel.componentIndex });
		else if (fromTransformResult != null) sourceList = [cloneSourceShallow(upSourceList[0])];
		return {
			sourceList,
			upstreamSignList
		};
	};
	SourceManager.prototype._isDirty = function() {
		if (this._dirty) return true;
		var upSourceMgrList = this._getUpstreamSourceManagers();
		for (var i = 0; i < upSourceMgrList.length; i++) {
			var upSrcMgr = upSourceMgrList[i];
			if (upSrcMgr._isDirty() || this._upstreamSignList[i] !== upSrcMgr._getVersionSign()) return true;
		}
	};
	/**
	* @param sourceIndex By default 0, means "main source".
	*                    In most cases there is only one source.
	*/
	SourceManager.prototype.getSource = function(sourceIndex) {
		sourceIndex = sourceIndex || 0;
		var source = this._sourceList[sourceIndex];
		if (!source) {
			var upSourceMgrList = this._getUpstreamSourceManagers();
			return upSourceMgrList[0] && upSourceMgrList[0].getSource(sourceIndex);
		}
		return source;
	};
	/**
	*
	* Get a data store which can be shared across series.
	* Only available for series.
	*
	* @param seriesDimRequest Dimensions that are generated in series.
	*        Should have been sorted by `storeDimIndex` asc.
	*/
	SourceManager.prototype.getSharedDataStore = function(seriesDimRequest) {
		if (process.env.NODE_ENV !== "production") assert(isSeries(this._sourceHost), "Can only call getDataStore on series source manager.");
		var schema = seriesDimRequest.makeStoreSchema();
		return this._innerGetDataStore(schema.dimensions, seriesDimRequest.source, schema.hash);
	};
	SourceManager.prototype._innerGetDataStore = function(storeDims, seriesSource, sourceReadKey) {
		var sourceIndex = 0;
		var storeList = this._storeList;
		var cachedStoreMap = storeList[sourceIndex];
		if (!cachedStoreMap) cachedStoreMap = storeList[sourceIndex] = {};
		var cachedStore = cachedStoreMap[sourceReadKey];
		if (!cachedStore) {
			var upSourceMgr = this._getUpstreamSourceManagers()[0];
			if (isSeries(this._sourceHost) && upSourceMgr) cachedStore = upSourceMgr._innerGetDataStore(storeDims, seriesSource, sourceReadKey);
			else {
				cachedStore = new DataStore();
				cachedStore.initData(new DefaultDataProvider(seriesSource, storeDims.length), storeDims);
			}
			cachedStoreMap[sourceReadKey] = cachedStore;
		}
		return cachedStore;
	};
	/**
	* PENDING: Is it fast enough?
	* If no upstream, return empty array.
	*/
	SourceManager.prototype._getUpstreamSourceManagers = function() {
		var sourceHost = this._sourceHost;
		if (isSeries(sourceHost)) {
			var datasetModel = querySeriesUpstreamDatasetModel(sourceHost);
			return !datasetModel ? [] : [datasetModel.getSourceManager()];
		} else return map$1(queryDatasetUpstreamDatasetModels(sourceHost), function(datasetModel) {
			return datasetModel.getSourceManager();
		});
	};
	SourceManager.prototype._getSourceMetaRawOption = function() {
		var sourceHost = this._sourceHost;
		var seriesLayoutBy;
		var sourceHeader;
		var dimensions;
		if (isSeries(sourceHost)) {
			seriesLayoutBy = sourceHost.get("seriesLayoutBy", true);
			sourceHeader = sourceHost.get("sourceHeader", true);
			dimensions = sourceHost.get("dimensions", true);
		} else if (!this._getUpstreamSourceManagers().length) {
			var model = sourceHost;
			seriesLayoutBy = model.get("seriesLayoutBy", true);
			sourceHeader = model.get("sourceHeader", true);
			dimensions = model.get("dimensions", true);
		}
		return {
			seriesLayoutBy,
			sourceHeader,
			dimensions
		};
	};
	return SourceManager;
}();
function isSeries(sourceHost) {
	return sourceHost.mainType === "series";
}
function doThrow(errMsg) {
	throw new Error(errMsg);
}

// node_modules/echarts/lib/visual/tokens.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var tokens = {
	color: {},
	darkColor: {},
	size: {}
};
var color$1 = tokens.color = {
	theme: [
		"#5070dd",
		"#b6d634",
		"#505372",
		"#ff994d",
		"#0ca8df",
		"#ffd10a",
		"#fb628b",
		"#785db0",
		"#3fbe95"
	],
	neutral00: "#fff",
	neutral05: "#f4f7fd",
	neutral10: "#e8ebf0",
	neutral15: "#dbdee4",
	neutral20: "#cfd2d7",
	neutral25: "#c3c5cb",
	neutral30: "#b7b9be",
	neutral35: "#aaacb2",
	neutral40: "#9ea0a5",
	neutral45: "#929399",
	neutral50: "#86878c",
	neutral55: "#797b7f",
	neutral60: "#6d6e73",
	neutral65: "#616266",
	neutral70: "#54555a",
	neutral75: "#48494d",
	neutral80: "#3c3c41",
	neutral85: "#303034",
	neutral90: "#232328",
	neutral95: "#17171b",
	neutral99: "#000",
	accent05: "#eff1f9",
	accent10: "#e0e4f2",
	accent15: "#d0d6ec",
	accent20: "#c0c9e6",
	accent25: "#b1bbdf",
	accent30: "#a1aed9",
	accent35: "#91a0d3",
	accent40: "#8292cc",
	accent45: "#7285c6",
	accent50: "#6578ba",
	accent55: "#5c6da9",
	accent60: "#536298",
	accent65: "#4a5787",
	accent70: "#404c76",
	accent75: "#374165",
	accent80: "#2e3654",
	accent85: "#252b43",
	accent90: "#1b2032",
	accent95: "#121521",
	transparent: "rgba(0,0,0,0)",
	highlight: "rgba(255,231,130,0.8)"
};
extend(color$1, {
	primary: color$1.neutral80,
	secondary: color$1.neutral70,
	tertiary: color$1.neutral60,
	quaternary: color$1.neutral50,
	disabled: color$1.neutral20,
	border: color$1.neutral30,
	borderTint: color$1.neutral20,
	borderShade: color$1.neutral40,
	background: color$1.neutral05,
	backgroundTint: "rgba(234,237,245,0.5)",
	backgroundTransparent: "rgba(255,255,255,0)",
	backgroundShade: color$1.neutral10,
	shadow: "rgba(0,0,0,0.2)",
	shadowTint: "rgba(129,130,136,0.2)",
	axisLine: color$1.neutral70,
	axisLineTint: color$1.neutral40,
	axisTick: color$1.neutral70,
	axisTickMinor: color$1.neutral60,
	axisLabel: color$1.neutral70,
	axisSplitLine: color$1.neutral15,
	axisMinorSplitLine: color$1.neutral05
});
for (var key in color$1) if (color$1.hasOwnProperty(key)) {
	var hex = color$1[key];
	if (key === "theme") tokens.darkColor.theme = color$1.theme.slice();
	else if (key === "highlight") tokens.darkColor.highlight = "rgba(255,231,130,0.4)";
	else if (key.indexOf("accent") === 0) tokens.darkColor[key] = modifyHSL(hex, null, function(s) {
		return s * .5;
	}, function(l) {
		return Math.min(1, 1.3 - l);
	});
	else tokens.darkColor[key] = modifyHSL(hex, null, function(s) {
		return s * .9;
	}, function(l) {
		return 1 - Math.pow(l, 1.5);
	});
}
tokens.size = {
	xxs: 2,
	xs: 5,
	s: 10,
	m: 15,
	l: 20,
	xl: 30,
	xxl: 40,
	xxxl: 50
};

// node_modules/echarts/lib/component/tooltip/tooltipMarkup.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function createTooltipMarkup(type, option) {
	option.type = type;
	return option;
}
function retrieveVisualColorForTooltipMarker(series, dataIndex) {
	var color = series.getData().getItemVisual(dataIndex, "style")[series.visualDrawType];
	return convertToColorString(color);
}
/**
* The major feature is generate styles for `renderMode: 'richText'`.
* But it also serves `renderMode: 'html'` to provide
* "renderMode-independent" API.
*/
var TooltipMarkupStyleCreator = function() {
	function TooltipMarkupStyleCreator() {
		this.richTextStyles = {};
		this._nextStyleNameId = getRandomIdBase();
	}
	TooltipMarkupStyleCreator.prototype._generateStyleName = function() {
		return "__EC_aUTo_" + this._nextStyleNameId++;
	};
	TooltipMarkupStyleCreator.prototype.makeTooltipMarker = function(markerType, colorStr, renderMode) {
		var markerId = renderMode === "richText" ? this._generateStyleName() : null;
		var marker = getTooltipMarker({
			color: colorStr,
			type: markerType,
			renderMode,
			markerId
		});
		if (isString(marker)) return marker;
		else {
			if (process.env.NODE_ENV !== "production") assert(markerId);
			this.richTextStyles[markerId] = marker.style;
			return marker.content;
		}
	};
	/**
	* @usage
	* ```ts
	* const styledText = markupStyleCreator.wrapRichTextStyle([
	*     // The styles will be auto merged.
	*     {
	*         fontSize: 12,
	*         color: 'blue'
	*     },
	*     {
	*         padding: 20
	*     }
	* ]);
	* ```
	*/
	TooltipMarkupStyleCreator.prototype.wrapRichTextStyle = function(text, styles) {
		var finalStl = {};
		if (isArray(styles)) each$3(styles, function(stl) {
			return extend(finalStl, stl);
		});
		else extend(finalStl, styles);
		var styleName = this._generateStyleName();
		this.richTextStyles[styleName] = finalStl;
		return "{" + styleName + "|" + text + "}";
	};
	return TooltipMarkupStyleCreator;
}();

// node_modules/echarts/lib/component/tooltip/seriesFormatTooltip.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function defaultSeriesFormatTooltip(opt) {
	var series = opt.series;
	var dataIndex = opt.dataIndex;
	var multipleSeries = opt.multipleSeries;
	var data = series.getData();
	var tooltipDims = data.mapDimensionsAll("defaultedTooltip");
	var tooltipDimLen = tooltipDims.length;
	var value = series.getRawValue(dataIndex);
	var isValueArr = isArray(value);
	var markerColor = retrieveVisualColorForTooltipMarker(series, dataIndex);
	var inlineValue;
	var inlineValueType;
	var subBlocks;
	var sortParam;
	if (tooltipDimLen > 1 || isValueArr && !tooltipDimLen) {
		var formatArrResult = formatTooltipArrayValue(value, series, dataIndex, tooltipDims, markerColor);
		inlineValue = formatArrResult.inlineValues;
		inlineValueType = formatArrResult.inlineValueTypes;
		subBlocks = formatArrResult.blocks;
		sortParam = formatArrResult.inlineValues[0];
	} else if (tooltipDimLen) {
		var dimInfo = data.getDimensionInfo(tooltipDims[0]);
		sortParam = inlineValue = retrieveRawValue(data, dataIndex, tooltipDims[0]);
		inlineValueType = dimInfo.type;
	} else sortParam = inlineValue = isValueArr ? value[0] : value;
	var seriesNameSpecified = isNameSpecified(series);
	var seriesName = seriesNameSpecified && series.name || "";
	var itemName = data.getName(dataIndex);
	var inlineName = multipleSeries ? seriesName : itemName;
	return createTooltipMarkup("section", {
		header: seriesName,
		noHeader: multipleSeries || !seriesNameSpecified,
		sortParam,
		blocks: [createTooltipMarkup("nameValue", {
			markerType: "item",
			markerColor,
			name: inlineName,
			noName: !trim(inlineName),
			value: inlineValue,
			valueType: inlineValueType,
			rawDataIndex: data.getRawIndex(dataIndex)
		})].concat(subBlocks || [])
	});
}
function formatTooltipArrayValue(value, series, dataIndex, tooltipDims, colorStr) {
	var data = series.getData();
	var isValueMultipleLine = reduce(value, function(isValueMultipleLine, val, idx) {
		var dimItem = data.getDimensionInfo(idx);
		return isValueMultipleLine = isValueMultipleLine || dimItem && dimItem.tooltip !== false && dimItem.displayName != null;
	}, false);
	var inlineValues = [];
	var inlineValueTypes = [];
	var blocks = [];
	tooltipDims.length ? each$3(tooltipDims, function(dim) {
		setEachItem(retrieveRawValue(data, dataIndex, dim), dim);
	}) : each$3(value, setEachItem);
	function setEachItem(val, dim) {
		var dimInfo = data.getDimensionInfo(dim);
		if (!dimInfo || dimInfo.otherDims.tooltip === false) return;
		if (isValueMultipleLine) blocks.push(createTooltipMarkup("nameValue", {
			markerType: "subItem",
			markerColor: colorStr,
			name: dimInfo.displayName,
			value: val,
			valueType: dimInfo.type
		}));
		else {
			inlineValues.push(val);
			inlineValueTypes.push(dimInfo.type);
		}
	}
	return {
		inlineValues,
		inlineValueTypes,
		blocks
	};
}

// node_modules/echarts/lib/model/Series.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$10 = makeInner();
function getSelectionKey(data, dataIndex) {
	return data.getName(dataIndex) || data.getId(dataIndex);
}
var SERIES_UNIVERSAL_TRANSITION_PROP = "__universalTransitionEnabled";
var SeriesModel = function(_super) {
	__extends(SeriesModel, _super);
	function SeriesModel() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this._selectedDataIndicesMap = {};
		return _this;
	}
	SeriesModel.prototype.init = function(option, parentModel, ecModel) {
		this.seriesIndex = this.componentIndex;
		this.dataTask = createTask({
			count: dataTaskCount,
			reset: dataTaskReset
		});
		this.dataTask.context = { model: this };
		this.mergeDefaultAndTheme(option, ecModel);
		(inner$10(this).sourceManager = new SourceManager(this)).prepareSource();
		var data = this.getInitialData(option, ecModel);
		wrapData(data, this);
		this.dataTask.context.data = data;
		if (process.env.NODE_ENV !== "production") assert(data, "getInitialData returned invalid data.");
		inner$10(this).dataBeforeProcessed = data;
		autoSeriesName(this);
		this._initSelectedMapFromData(data);
	};
	/**
	* Util for merge default and theme to option
	*/
	SeriesModel.prototype.mergeDefaultAndTheme = function(option, ecModel) {
		var layoutMode = fetchLayoutMode(this);
		var inputPositionParams = layoutMode ? getLayoutParams(option) : {};
		var themeSubType = this.subType;
		if (ComponentModel.hasClass(themeSubType)) themeSubType += "Series";
		merge(option, ecModel.getTheme().get(this.subType));
		merge(option, this.getDefaultOption());
		defaultEmphasis(option, "label", ["show"]);
		this.fillDataTextStyle(option.data);
		if (layoutMode) mergeLayoutParam(option, inputPositionParams, layoutMode);
	};
	SeriesModel.prototype.mergeOption = function(newSeriesOption, ecModel) {
		newSeriesOption = merge(this.option, newSeriesOption, true);
		this.fillDataTextStyle(newSeriesOption.data);
		var layoutMode = fetchLayoutMode(this);
		if (layoutMode) mergeLayoutParam(this.option, newSeriesOption, layoutMode);
		var sourceManager = inner$10(this).sourceManager;
		sourceManager.dirty();
		sourceManager.prepareSource();
		var data = this.getInitialData(newSeriesOption, ecModel);
		wrapData(data, this);
		this.dataTask.dirty();
		this.dataTask.context.data = data;
		inner$10(this).dataBeforeProcessed = data;
		autoSeriesName(this);
		this._initSelectedMapFromData(data);
	};
	SeriesModel.prototype.fillDataTextStyle = function(data) {
		if (data && !isTypedArray(data)) {
			var props = ["show"];
			for (var i = 0; i < data.length; i++) if (data[i] && data[i].label) defaultEmphasis(data[i], "label", props);
		}
	};
	/**
	* Init a data structure from data related option in series
	* Must be overridden.
	*/
	SeriesModel.prototype.getInitialData = function(option, ecModel) {};
	/**
	* Append data to list
	*/
	SeriesModel.prototype.appendData = function(params) {
		this.getRawData().appendData(params.data);
	};
	/**
	* Consider some method like `filter`, `map` need make new data,
	* We should make sure that `seriesModel.getData()` get correct
	* data in the stream procedure. So we fetch data from upstream
	* each time `task.perform` called.
	*/
	SeriesModel.prototype.getData = function(dataType) {
		var task = getCurrentTask(this);
		if (task) {
			var data = task.context.data;
			return dataType == null || !data.getLinkedData ? data : data.getLinkedData(dataType);
		} else return inner$10(this).data;
	};
	SeriesModel.prototype.getAllData = function() {
		var mainData = this.getData();
		return mainData && mainData.getLinkedDataAll ? mainData.getLinkedDataAll() : [{ data: mainData }];
	};
	SeriesModel.prototype.setData = function(data) {
		var task = getCurrentTask(this);
		if (task) {
			var context = task.context;
			context.outputData = data;
			if (task !== this.dataTask) context.data = data;
		}
		inner$10(this).data = data;
	};
	SeriesModel.prototype.getEncode = function() {
		var encode = this.get("encode", true);
		if (encode) return createHashMap(encode);
	};
	SeriesModel.prototype.getSourceManager = function() {
		return inner$10(this).sourceManager;
	};
	SeriesModel.prototype.getSource = function() {
		return this.getSourceManager().getSource();
	};
	/**
	* Get data before processed
	*/
	SeriesModel.prototype.getRawData = function() {
		return inner$10(this).dataBeforeProcessed;
	};
	SeriesModel.prototype.getColorBy = function() {
		return this.get("colorBy") || "series";
	};
	SeriesModel.prototype.isColorBySeries = function() {
		return this.getColorBy() === "series";
	};
	/**
	* Get base axis if has coordinate system and has axis.
	* By default use coordSys.getBaseAxis();
	* Can be overridden for some chart.
	* @return {type} description
	*/
	SeriesModel.prototype.getBaseAxis = function() {
		var coordSys = this.coordinateSystem;
		return coordSys && coordSys.getBaseAxis && coordSys.getBaseAxis();
	};
	/**
	* Retrieve the index of nearest value in the view coordinate.
	* Data position is compared with each axis's dataToCoord.
	*
	* @param axisDim axis dimension
	* @param dim data dimension
	* @param value
	* @param [maxDistance=Infinity] The maximum distance in view coordinate space
	* @return If and only if multiple indices has
	*         the same value, they are put to the result.
	*/
	SeriesModel.prototype.indicesOfNearest = function(axisDim, dim, value, maxDistance) {
		var data = this.getData();
		var coordSys = this.coordinateSystem;
		var axis = coordSys && coordSys.getAxis(axisDim);
		if (!coordSys || !axis) return [];
		var targetCoord = axis.dataToCoord(value);
		if (maxDistance == null) maxDistance = 1e400;
		var nearestIndices = [];
		var minDist = 1e400;
		var minDiff = -1;
		var nearestIndicesLen = 0;
		var dimIdx = data.getDimensionIndex(dim);
		var store = data.getStore();
		for (var idx = 0, len = store.count(); idx < len; idx++) {
			var dimValue = store.get(dimIdx, idx);
			var diff = targetCoord - axis.dataToCoord(dimValue);
			var dist = Math.abs(diff);
			if (dist <= maxDistance) {
				if (dist < minDist || dist === minDist && diff >= 0 && minDiff < 0) {
					minDist = dist;
					minDiff = diff;
					nearestIndicesLen = 0;
				}
				if (diff === minDiff) nearestIndices[nearestIndicesLen++] = idx;
			}
		}
		nearestIndices.length = nearestIndicesLen;
		return nearestIndices;
	};
	/**
	* Default tooltip formatter
	*
	* @param dataIndex
	* @param multipleSeries
	* @param dataType
	* @param renderMode valid values: 'html'(by default) and 'richText'.
	*        'html' is used for rendering tooltip in extra DOM form, and the result
	*        string is used as DOM HTML content.
	*        'richText' is used for rendering tooltip in rich text form, for those where
	*        DOM operation is not supported.
	* @return formatted tooltip with `html` and `markers`
	*        Notice: The override method can also return string
	*/
	SeriesModel.prototype.formatTooltip = function(dataIndex, multipleSeries, dataType) {
		return defaultSeriesFormatTooltip({
			series: this,
			dataIndex,
			multipleSeries
		});
	};
	SeriesModel.prototype.isAnimationEnabled = function() {
		var ecModel = this.ecModel;
		if (env.node && !(ecModel && ecModel.ssr)) return false;
		var animationEnabled = this.getShallow("animation");
		if (animationEnabled) {
			if (this.getData().count() > this.getShallow("animationThreshold")) animationEnabled = false;
		}
		return !!animationEnabled;
	};
	SeriesModel.prototype.restoreData = function() {
		this.dataTask.dirty();
	};
	SeriesModel.prototype.getColorFromPalette = function(name, scope, requestColorNum) {
		var ecModel = this.ecModel;
		var color = PaletteMixin.prototype.getColorFromPalette.call(this, name, scope, requestColorNum);
		if (!color) color = ecModel.getColorFromPalette(name, scope, requestColorNum);
		return color;
	};
	/**
	* Use `data.mapDimensionsAll(coordDim)` instead.
	* @deprecated
	*/
	SeriesModel.prototype.coordDimToDataDim = function(coordDim) {
		return this.getRawData().mapDimensionsAll(coordDim);
	};
	/**
	* Get progressive rendering count each step
	*/
	SeriesModel.prototype.getProgressive = function() {
		return this.get("progressive");
	};
	/**
	* Get progressive rendering count each step
	*/
	SeriesModel.prototype.getProgressiveThreshold = function() {
		return this.get("progressiveThreshold");
	};
	SeriesModel.prototype.select = function(innerDataIndices, dataType) {
		this._innerSelect(this.getData(dataType), innerDataIndices);
	};
	SeriesModel.prototype.unselect = function(innerDataIndices, dataType) {
		var selectedMap = this.option.selectedMap;
		if (!selectedMap) return;
		var selectedMode = this.option.selectedMode;
		var data = this.getData(dataType);
		if (selectedMode === "series" || selectedMap === "all") {
			this.option.selectedMap = {};
			this._selectedDataIndicesMap = {};
			return;
		}
		for (var i = 0; i < innerDataIndices.length; i++) {
			var dataIndex = innerDataIndices[i];
			var nameOrId = getSelectionKey(data, dataIndex);
			selectedMap[nameOrId] = false;
			this._selectedDataIndicesMap[nameOrId] = -1;
		}
	};
	SeriesModel.prototype.toggleSelect = function(innerDataIndices, dataType) {
		var tmpArr = [];
		for (var i = 0; i < innerDataIndices.length; i++) {
			tmpArr[0] = innerDataIndices[i];
			this.isSelected(innerDataIndices[i], dataType) ? this.unselect(tmpArr, dataType) : this.select(tmpArr, dataType);
		}
	};
	SeriesModel.prototype.getSelectedDataIndices = function() {
		if (this.option.selectedMap === "all") return [].slice.call(this.getData().getIndices());
		var selectedDataIndicesMap = this._selectedDataIndicesMap;
		var nameOrIds = keys(selectedDataIndicesMap);
		var dataIndices = [];
		for (var i = 0; i < nameOrIds.length; i++) {
			var dataIndex = selectedDataIndicesMap[nameOrIds[i]];
			if (dataIndex >= 0) dataIndices.push(dataIndex);
		}
		return dataIndices;
	};
	SeriesModel.prototype.isSelected = function(dataIndex, dataType) {
		var selectedMap = this.option.selectedMap;
		if (!selectedMap) return false;
		var data = this.getData(dataType);
		return (selectedMap === "all" || selectedMap[getSelectionKey(data, dataIndex)]) && !data.getItemModel(dataIndex).get(["select", "disabled"]);
	};
	SeriesModel.prototype.isUniversalTransitionEnabled = function() {
		if (this["__universalTransitionEnabled"]) return true;
		var universalTransitionOpt = this.option.universalTransition;
		if (!universalTransitionOpt) return false;
		if (universalTransitionOpt === true) return true;
		return universalTransitionOpt && universalTransitionOpt.enabled;
	};
	SeriesModel.prototype._innerSelect = function(data, innerDataIndices) {
		var _a;
		var _b;
		var option = this.option;
		var selectedMode = option.selectedMode;
		var len = innerDataIndices.length;
		if (!selectedMode || !len) return;
		if (selectedMode === "series") option.selectedMap = "all";
		else if (selectedMode === "multiple") {
			if (!isObject$2(option.selectedMap)) option.selectedMap = {};
			var selectedMap = option.selectedMap;
			for (var i = 0; i < len; i++) {
				var dataIndex = innerDataIndices[i];
				var nameOrId = getSelectionKey(data, dataIndex);
				selectedMap[nameOrId] = true;
				this._selectedDataIndicesMap[nameOrId] = data.getRawIndex(dataIndex);
			}
		} else if (selectedMode === "single" || selectedMode === true) {
			var lastDataIndex = innerDataIndices[len - 1];
			var nameOrId = getSelectionKey(data, lastDataIndex);
			option.selectedMap = (_a = {}, _a[nameOrId] = true, _a);
			this._selectedDataIndicesMap = (_b = {}, _b[nameOrId] = data.getRawIndex(lastDataIndex), _b);
		}
	};
	SeriesModel.prototype._initSelectedMapFromData = function(data) {
		if (this.option.selectedMap) return;
		var dataIndices = [];
		if (data.hasItemOption) data.each(function(idx) {
			var rawItem = data.getRawDataItem(idx);
			if (rawItem && rawItem.selected) dataIndices.push(idx);
		});
		if (dataIndices.length > 0) this._innerSelect(data, dataIndices);
	};
	SeriesModel.registerClass = function(clz) {
		return ComponentModel.registerClass(clz);
	};
	SeriesModel.protoInitialize = function() {
		var proto = SeriesModel.prototype;
		proto.type = "series.__base__";
		proto.seriesIndex = 0;
		proto.ignoreStyleOnData = false;
		proto.hasSymbolVisual = false;
		proto.defaultSymbol = "circle";
		proto.visualStyleAccessPath = "itemStyle";
		proto.visualDrawType = "fill";
	}();
	return SeriesModel;
}(ComponentModel);
mixin(SeriesModel, DataFormatMixin);
mixin(SeriesModel, PaletteMixin);
mountExtend(SeriesModel, ComponentModel);
/**
* MUST be called after `prepareSource` called
* Here we need to make auto series, especially for auto legend. But we
* do not modify series.name in option to avoid side effects.
*/
function autoSeriesName(seriesModel) {
	var name = seriesModel.name;
	if (!isNameSpecified(seriesModel)) seriesModel.name = getSeriesAutoName(seriesModel) || name;
}
function getSeriesAutoName(seriesModel) {
	var data = seriesModel.getRawData();
	var dataDims = data.mapDimensionsAll("seriesName");
	var nameArr = [];
	each$3(dataDims, function(dataDim) {
		var dimInfo = data.getDimensionInfo(dataDim);
		dimInfo.displayName && nameArr.push(dimInfo.displayName);
	});
	return nameArr.join(" ");
}
function dataTaskCount(context) {
	return context.model.getRawData().count();
}
function dataTaskReset(context) {
	var seriesModel = context.model;
	seriesModel.setData(seriesModel.getRawData().cloneShallow());
	return dataTaskProgress;
}
function dataTaskProgress(param, context) {
	if (context.outputData && param.end > context.outputData.count()) context.model.getRawData().cloneShallow(context.outputData);
}
function wrapData(data, seriesModel) {
	each$3(concatArray(data.CHANGABLE_METHODS, data.DOWNSAMPLE_METHODS), function(methodName) {
		data.wrapMethod(methodName, curry(onDataChange, seriesModel));
	});
}
function onDataChange(seriesModel, newList) {
	var task = getCurrentTask(seriesModel);
	if (task) task.setOutputEnd((newList || this).count());
	return newList;
}
function getCurrentTask(seriesModel) {
	var scheduler = (seriesModel.ecModel || {}).scheduler;
	var pipeline = scheduler && scheduler.getPipeline(seriesModel.uid);
	if (pipeline) {
		var task = pipeline.currentTask;
		if (task) {
			var agentStubMap = task.agentStubMap;
			if (agentStubMap) task = agentStubMap.get(seriesModel.uid);
		}
		return task;
	}
}

// node_modules/echarts/lib/util/symbol.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Triangle shape
* @inner
*/
var Triangle = Path.extend({
	type: "triangle",
	shape: {
		cx: 0,
		cy: 0,
		width: 0,
		height: 0
	},
	buildPath: function(path, shape) {
		var cx = shape.cx;
		var cy = shape.cy;
		var width = shape.width / 2;
		var height = shape.height / 2;
		path.moveTo(cx, cy - height);
		path.lineTo(cx + width, cy + height);
		path.lineTo(cx - width, cy + height);
		path.closePath();
	}
});
/**
* Diamond shape
* @inner
*/
var Diamond = Path.extend({
	type: "diamond",
	shape: {
		cx: 0,
		cy: 0,
		width: 0,
		height: 0
	},
	buildPath: function(path, shape) {
		var cx = shape.cx;
		var cy = shape.cy;
		var width = shape.width / 2;
		var height = shape.height / 2;
		path.moveTo(cx, cy - height);
		path.lineTo(cx + width, cy);
		path.lineTo(cx, cy + height);
		path.lineTo(cx - width, cy);
		path.closePath();
	}
});
/**
* Pin shape
* @inner
*/
var Pin = Path.extend({
	type: "pin",
	shape: {
		x: 0,
		y: 0,
		width: 0,
		height: 0
	},
	buildPath: function(path, shape) {
		var x = shape.x;
		var y = shape.y;
		var w = shape.width / 5 * 3;
		var h = Math.max(w, shape.height);
		var r = w / 2;
		var dy = r * r / (h - r);
		var cy = y - h + r + dy;
		var angle = Math.asin(dy / r);
		var dx = Math.cos(angle) * r;
		var tanX = Math.sin(angle);
		var tanY = Math.cos(angle);
		var cpLen = r * .6;
		var cpLen2 = r * .7;
		path.moveTo(x - dx, cy + dy);
		path.arc(x, cy, r, Math.PI - angle, Math.PI * 2 + angle);
		path.bezierCurveTo(x + dx - tanX * cpLen, cy + dy + tanY * cpLen, x, y - cpLen2, x, y);
		path.bezierCurveTo(x, y - cpLen2, x - dx + tanX * cpLen, cy + dy + tanY * cpLen, x - dx, cy + dy);
		path.closePath();
	}
});
/**
* Arrow shape
* @inner
*/
var Arrow = Path.extend({
	type: "arrow",
	shape: {
		x: 0,
		y: 0,
		width: 0,
		height: 0
	},
	buildPath: function(ctx, shape) {
		var height = shape.height;
		var width = shape.width;
		var x = shape.x;
		var y = shape.y;
		var dx = width / 3 * 2;
		ctx.moveTo(x, y);
		ctx.lineTo(x + dx, y + height);
		ctx.lineTo(x, y + height / 4 * 3);
		ctx.lineTo(x - dx, y + height);
		ctx.lineTo(x, y);
		ctx.closePath();
	}
});
/**
* Map of path constructors
*/
var symbolCtors = {
	line: Line$1,
	rect: Rect,
	roundRect: Rect,
	square: Rect,
	circle: Circle,
	diamond: Diamond,
	pin: Pin,
	arrow: Arrow,
	triangle: Triangle
};
var symbolShapeMakers = {
	line: function(x, y, w, h, shape) {
		shape.x1 = x;
		shape.y1 = y + h / 2;
		shape.x2 = x + w;
		shape.y2 = y + h / 2;
	},
	rect: function(x, y, w, h, shape) {
		shape.x = x;
		shape.y = y;
		shape.width = w;
		shape.height = h;
	},
	roundRect: function(x, y, w, h, shape) {
		shape.x = x;
		shape.y = y;
		shape.width = w;
		shape.height = h;
		shape.r = Math.min(w, h) / 4;
	},
	square: function(x, y, w, h, shape) {
		var size = Math.min(w, h);
		shape.x = x;
		shape.y = y;
		shape.width = size;
		shape.height = size;
	},
	circle: function(x, y, w, h, shape) {
		shape.cx = x + w / 2;
		shape.cy = y + h / 2;
		shape.r = Math.min(w, h) / 2;
	},
	diamond: function(x, y, w, h, shape) {
		shape.cx = x + w / 2;
		shape.cy = y + h / 2;
		shape.width = w;
		shape.height = h;
	},
	pin: function(x, y, w, h, shape) {
		shape.x = x + w / 2;
		shape.y = y + h / 2;
		shape.width = w;
		shape.height = h;
	},
	arrow: function(x, y, w, h, shape) {
		shape.x = x + w / 2;
		shape.y = y + h / 2;
		shape.width = w;
		shape.height = h;
	},
	triangle: function(x, y, w, h, shape) {
		shape.cx = x + w / 2;
		shape.cy = y + h / 2;
		shape.width = w;
		shape.height = h;
	}
};
var symbolBuildProxies = {};
each$3(symbolCtors, function(Ctor, name) {
	symbolBuildProxies[name] = new Ctor();
});
var SymbolClz = Path.extend({
	type: "symbol",
	shape: {
		symbolType: "",
		x: 0,
		y: 0,
		width: 0,
		height: 0
	},
	calculateTextPosition: function(out, config, rect) {
		var res = calculateTextPosition(out, config, rect);
		var shape = this.shape;
		if (shape && shape.symbolType === "pin" && config.position === "inside") res.y = rect.y + rect.height * .4;
		return res;
	},
	buildPath: function(ctx, shape, inBundle) {
		var symbolType = shape.symbolType;
		if (symbolType !== "none") {
			var proxySymbol = symbolBuildProxies[symbolType];
			if (!proxySymbol) {
				symbolType = "rect";
				proxySymbol = symbolBuildProxies[symbolType];
			}
			symbolShapeMakers[symbolType](shape.x, shape.y, shape.width, shape.height, proxySymbol.shape);
			proxySymbol.buildPath(ctx, proxySymbol.shape, inBundle);
		}
	}
});
function symbolPathSetColor(color, innerColor) {
	if (this.type !== "image") {
		var symbolStyle = this.style;
		if (this.__isEmptyBrush) {
			symbolStyle.stroke = color;
			symbolStyle.fill = innerColor || tokens.color.neutral00;
			symbolStyle.lineWidth = 2;
		} else if (this.shape.symbolType === "line") symbolStyle.stroke = color;
		else symbolStyle.fill = color;
		this.markRedraw();
	}
}
/**
* Create a symbol element with given symbol configuration: shape, x, y, width, height, color
*/
function createSymbol$1(symbolType, x, y, w, h, color, keepAspect) {
	var isEmpty = symbolType.indexOf("empty") === 0;
	if (isEmpty) symbolType = symbolType.substr(5, 1).toLowerCase() + symbolType.substr(6);
	var symbolPath;
	if (symbolType.indexOf("image://") === 0) symbolPath = makeImage(symbolType.slice(8), new BoundingRect(x, y, w, h), keepAspect ? "center" : "cover");
	else if (symbolType.indexOf("path://") === 0) symbolPath = makePath(symbolType.slice(7), {}, new BoundingRect(x, y, w, h), keepAspect ? "center" : "cover");
	else symbolPath = new SymbolClz({ shape: {
		symbolType,
		x,
		y,
		width: w,
		height: h
	} });
	symbolPath.__isEmptyBrush = isEmpty;
	symbolPath.setColor = symbolPathSetColor;
	if (color) symbolPath.setColor(color);
	return symbolPath;
}
__name(createSymbol$1, "createSymbol");
function normalizeSymbolSize(symbolSize) {
	if (!isArray(symbolSize)) symbolSize = [+symbolSize, +symbolSize];
	return [symbolSize[0] || 0, symbolSize[1] || 0];
}
function normalizeSymbolOffset(symbolOffset, symbolSize) {
	if (symbolOffset == null) return;
	if (!isArray(symbolOffset)) symbolOffset = [symbolOffset, symbolOffset];
	return [parsePercent(symbolOffset[0], symbolSize[0]) || 0, parsePercent(retrieve2(symbolOffset[1], symbolOffset[0]), symbolSize[1]) || 0];
}

// node_modules/echarts/lib/chart/line/LineSeries.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var LineSeriesModel = function(_super) {
	__extends(LineSeriesModel, _super);
	function LineSeriesModel() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = LineSeriesModel.type;
		_this.hasSymbolVisual = true;
		return _this;
	}
	LineSeriesModel.prototype.getInitialData = function(option) {
		if (process.env.NODE_ENV !== "production") {
			var coordSys = option.coordinateSystem;
			if (coordSys !== "polar" && coordSys !== "cartesian2d") throw new Error("Line not support coordinateSystem besides cartesian and polar");
		}
		return createSeriesData(null, this, { useEncodeDefaulter: true });
	};
	LineSeriesModel.prototype.getLegendIcon = function(opt) {
		var group = new Group();
		var line = createSymbol$1("line", 0, opt.itemHeight / 2, opt.itemWidth, 0, opt.lineStyle.stroke, false);
		group.add(line);
		line.setStyle(opt.lineStyle);
		var visualType = this.getData().getVisual("symbol");
		var visualRotate = this.getData().getVisual("symbolRotate");
		var symbolType = visualType === "none" ? "circle" : visualType;
		var size = opt.itemHeight * .8;
		var symbol = createSymbol$1(symbolType, (opt.itemWidth - size) / 2, (opt.itemHeight - size) / 2, size, size, opt.itemStyle.fill);
		group.add(symbol);
		symbol.setStyle(opt.itemStyle);
		symbol.rotation = (opt.iconRotate === "inherit" ? visualRotate : opt.iconRotate || 0) * Math.PI / 180;
		symbol.setOrigin([opt.itemWidth / 2, opt.itemHeight / 2]);
		if (symbolType.indexOf("empty") > -1) {
			symbol.style.stroke = symbol.style.fill;
			symbol.style.fill = tokens.color.neutral00;
			symbol.style.lineWidth = 2;
		}
		return group;
	};
	LineSeriesModel.type = "series.line";
	LineSeriesModel.dependencies = ["grid", "polar"];
	LineSeriesModel.defaultOption = {
		z: 3,
		coordinateSystem: "cartesian2d",
		legendHoverLink: true,
		clip: true,
		label: { position: "top" },
		endLabel: {
			show: false,
			valueAnimation: true,
			distance: 8
		},
		lineStyle: {
			width: 2,
			type: "solid"
		},
		emphasis: { scale: true },
		step: false,
		smooth: false,
		smoothMonotone: null,
		symbol: "emptyCircle",
		symbolSize: 6,
		symbolRotate: null,
		showSymbol: true,
		showAllSymbol: "auto",
		connectNulls: false,
		sampling: "none",
		animationEasing: "linear",
		progressive: 0,
		hoverLayerThreshold: 1e400,
		universalTransition: { divideShape: "clone" },
		/**
		* @deprecated
		*/
		triggerLineEvent: false,
		triggerEvent: false
	};
	return LineSeriesModel;
}(SeriesModel);

// node_modules/echarts/lib/chart/helper/labelHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* @return label string. Not null/undefined
*/
function getDefaultLabel(data, dataIndex) {
	var labelDims = data.mapDimensionsAll("defaultedLabel");
	var len = labelDims.length;
	if (len === 1) {
		var rawVal = retrieveRawValue(data, dataIndex, labelDims[0]);
		return rawVal != null ? rawVal + "" : null;
	} else if (len) {
		var vals = [];
		for (var i = 0; i < labelDims.length; i++) vals.push(retrieveRawValue(data, dataIndex, labelDims[i]));
		return vals.join(" ");
	}
}
function getDefaultInterpolatedLabel(data, interpolatedValue) {
	var labelDims = data.mapDimensionsAll("defaultedLabel");
	if (!isArray(interpolatedValue)) return interpolatedValue + "";
	var vals = [];
	for (var i = 0; i < labelDims.length; i++) {
		var dimIndex = data.getDimensionIndex(labelDims[i]);
		if (dimIndex >= 0) vals.push(interpolatedValue[dimIndex]);
	}
	return vals.join(" ");
}

// node_modules/echarts/lib/chart/helper/Symbol.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var Symbol = function(_super) {
	__extends(Symbol, _super);
	function Symbol(data, idx, seriesScope, opts) {
		var _this = _super.call(this) || this;
		_this.updateData(data, idx, seriesScope, opts);
		return _this;
	}
	Symbol.prototype._createSymbol = function(symbolType, data, idx, symbolSize, z2, keepAspect) {
		this.removeAll();
		var symbolPath = createSymbol$1(symbolType, -1, -1, 2, 2, null, keepAspect);
		symbolPath.attr({
			z2: retrieve2(z2, 100),
			culling: true,
			scaleX: symbolSize[0] / 2,
			scaleY: symbolSize[1] / 2
		});
		symbolPath.drift = driftSymbol;
		this._symbolType = symbolType;
		this.add(symbolPath);
	};
	/**
	* Stop animation
	* @param {boolean} toLastFrame
	*/
	Symbol.prototype.stopSymbolAnimation = function(toLastFrame) {
		this.childAt(0).stopAnimation(null, toLastFrame);
	};
	Symbol.prototype.getSymbolType = function() {
		return this._symbolType;
	};
	/**
	* FIXME:
	* Caution: This method breaks the encapsulation of this module,
	* but it indeed brings convenience. So do not use the method
	* unless you detailedly know all the implements of `Symbol`,
	* especially animation.
	*
	* Get symbol path element.
	*/
	Symbol.prototype.getSymbolPath = function() {
		return this.childAt(0);
	};
	/**
	* Highlight symbol
	*/
	Symbol.prototype.highlight = function() {
		enterEmphasis(this.childAt(0));
	};
	/**
	* Downplay symbol
	*/
	Symbol.prototype.downplay = function() {
		leaveEmphasis(this.childAt(0));
	};
	/**
	* @param {number} zlevel
	* @param {number} z
	*/
	Symbol.prototype.setZ = function(zlevel, z) {
		var symbolPath = this.childAt(0);
		symbolPath.zlevel = zlevel;
		symbolPath.z = z;
	};
	Symbol.prototype.setDraggable = function(draggable, hasCursorOption) {
		var symbolPath = this.childAt(0);
		symbolPath.draggable = draggable;
		symbolPath.cursor = !hasCursorOption && draggable ? "move" : symbolPath.cursor;
	};
	/**
	* Update symbol properties
	*/
	Symbol.prototype.updateData = function(data, idx, seriesScope, opts) {
		this.silent = false;
		var symbolType = data.getItemVisual(idx, "symbol") || "circle";
		var seriesModel = data.hostModel;
		var symbolSize = Symbol.getSymbolSize(data, idx);
		var z2 = Symbol.getSymbolZ2(data, idx);
		var isInit = symbolType !== this._symbolType;
		var disableAnimation = opts && opts.disableAnimation;
		if (isInit) {
			var keepAspect = data.getItemVisual(idx, "symbolKeepAspect");
			this._createSymbol(symbolType, data, idx, symbolSize, z2, keepAspect);
		} else {
			var symbolPath = this.childAt(0);
			symbolPath.silent = false;
			var target = {
				scaleX: symbolSize[0] / 2,
				scaleY: symbolSize[1] / 2
			};
			disableAnimation ? symbolPath.attr(target) : updateProps$1(symbolPath, target, seriesModel, idx);
			saveOldStyle(symbolPath);
		}
		this._updateCommon(data, idx, symbolSize, seriesScope, opts);
		if (isInit) {
			var symbolPath = this.childAt(0);
			if (!disableAnimation) {
				var target = {
					scaleX: this._sizeX,
					scaleY: this._sizeY,
					style: { opacity: symbolPath.style.opacity }
				};
				symbolPath.scaleX = symbolPath.scaleY = 0;
				symbolPath.style.opacity = 0;
				initProps(symbolPath, target, seriesModel, idx);
			}
		}
		if (disableAnimation) this.childAt(0).stopAnimation("leave");
	};
	Symbol.prototype._updateCommon = function(data, idx, symbolSize, seriesScope, opts) {
		var symbolPath = this.childAt(0);
		var seriesModel = data.hostModel;
		var emphasisItemStyle;
		var blurItemStyle;
		var selectItemStyle;
		var focus;
		var blurScope;
		var emphasisDisabled;
		var labelStatesModels;
		var hoverScale;
		var cursorStyle;
		if (seriesScope) {
			emphasisItemStyle = seriesScope.emphasisItemStyle;
			blurItemStyle = seriesScope.blurItemStyle;
			selectItemStyle = seriesScope.selectItemStyle;
			focus = seriesScope.focus;
			blurScope = seriesScope.blurScope;
			labelStatesModels = seriesScope.labelStatesModels;
			hoverScale = seriesScope.hoverScale;
			cursorStyle = seriesScope.cursorStyle;
			emphasisDisabled = seriesScope.emphasisDisabled;
		}
		if (!seriesScope || data.hasItemOption) {
			var itemModel = seriesScope && seriesScope.itemModel ? seriesScope.itemModel : data.getItemModel(idx);
			var emphasisModel = itemModel.getModel("emphasis");
			emphasisItemStyle = emphasisModel.getModel("itemStyle").getItemStyle();
			selectItemStyle = itemModel.getModel(["select", "itemStyle"]).getItemStyle();
			blurItemStyle = itemModel.getModel(["blur", "itemStyle"]).getItemStyle();
			focus = emphasisModel.get("focus");
			blurScope = emphasisModel.get("blurScope");
			emphasisDisabled = emphasisModel.get("disabled");
			labelStatesModels = getLabelStatesModels(itemModel);
			hoverScale = emphasisModel.getShallow("scale");
			cursorStyle = itemModel.getShallow("cursor");
		}
		var symbolRotate = data.getItemVisual(idx, "symbolRotate");
		symbolPath.attr("rotation", (symbolRotate || 0) * Math.PI / 180 || 0);
		var symbolOffset = normalizeSymbolOffset(data.getItemVisual(idx, "symbolOffset"), symbolSize);
		if (symbolOffset) {
			symbolPath.x = symbolOffset[0];
			symbolPath.y = symbolOffset[1];
		}
		cursorStyle && symbolPath.attr("cursor", cursorStyle);
		var symbolStyle = data.getItemVisual(idx, "style");
		var visualColor = symbolStyle.fill;
		if (symbolPath instanceof ZRImage) {
			var pathStyle = symbolPath.style;
			symbolPath.useStyle(extend({
				image: pathStyle.image,
				x: pathStyle.x,
				y: pathStyle.y,
				width: pathStyle.width,
				height: pathStyle.height
			}, symbolStyle));
		} else {
			if (symbolPath.__isEmptyBrush) symbolPath.useStyle(extend({}, symbolStyle));
			else symbolPath.useStyle(symbolStyle);
			symbolPath.style.decal = null;
			symbolPath.setColor(visualColor, opts && opts.symbolInnerColor);
			symbolPath.style.strokeNoScale = true;
		}
		var liftZ = data.getItemVisual(idx, "liftZ");
		var z2Origin = this._z2;
		if (liftZ != null) {
			if (z2Origin == null) {
				this._z2 = symbolPath.z2;
				symbolPath.z2 += liftZ;
			}
		} else if (z2Origin != null) {
			symbolPath.z2 = z2Origin;
			this._z2 = null;
		}
		var useNameLabel = opts && opts.useNameLabel;
		setLabelStyle(symbolPath, labelStatesModels, {
			labelFetcher: seriesModel,
			labelDataIndex: idx,
			defaultText: getLabelDefaultText,
			inheritColor: visualColor,
			defaultOpacity: symbolStyle.opacity
		});
		function getLabelDefaultText(idx) {
			return useNameLabel ? data.getName(idx) : getDefaultLabel(data, idx);
		}
		this._sizeX = symbolSize[0] / 2;
		this._sizeY = symbolSize[1] / 2;
		var emphasisState = symbolPath.ensureState("emphasis");
		emphasisState.style = emphasisItemStyle;
		symbolPath.ensureState("select").style = selectItemStyle;
		symbolPath.ensureState("blur").style = blurItemStyle;
		var scaleRatio = hoverScale == null || hoverScale === true ? Math.max(1.1, 3 / this._sizeY) : isFinite(hoverScale) && hoverScale > 0 ? +hoverScale : 1;
		emphasisState.scaleX = this._sizeX * scaleRatio;
		emphasisState.scaleY = this._sizeY * scaleRatio;
		this.setSymbolScale(1);
		toggleHoverEmphasis(this, focus, blurScope, emphasisDisabled);
	};
	Symbol.prototype.setSymbolScale = function(scale) {
		this.scaleX = this.scaleY = scale;
	};
	Symbol.prototype.fadeOut = function(cb, seriesModel, opt) {
		var symbolPath = this.childAt(0);
		var dataIndex = getECData(this).dataIndex;
		var animationOpt = opt && opt.animation;
		this.silent = symbolPath.silent = true;
		if (opt && opt.fadeLabel) {
			var textContent = symbolPath.getTextContent();
			if (textContent) removeElement(textContent, { style: { opacity: 0 } }, seriesModel, {
				dataIndex,
				removeOpt: animationOpt,
				cb: function() {
					symbolPath.removeTextContent();
				}
			});
		} else symbolPath.removeTextContent();
		removeElement(symbolPath, {
			style: { opacity: 0 },
			scaleX: 0,
			scaleY: 0
		}, seriesModel, {
			dataIndex,
			cb,
			removeOpt: animationOpt
		});
	};
	Symbol.getSymbolSize = function(data, idx) {
		return normalizeSymbolSize(data.getItemVisual(idx, "symbolSize"));
	};
	Symbol.getSymbolZ2 = function(data, idx) {
		return data.getItemVisual(idx, "z2");
	};
	return Symbol;
}(Group);
function driftSymbol(dx, dy) {
	this.parent.drift(dx, dy);
}

// node_modules/echarts/lib/chart/helper/SymbolDraw.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function symbolNeedsDraw(data, point, idx, opt) {
	return point && !isNaN(point[0]) && !isNaN(point[1]) && !(opt && opt.isIgnore && opt.isIgnore(idx)) && !(opt && opt.clipShape && !opt.clipShape.contain(point[0], point[1])) && data.getItemVisual(idx, "symbol") !== "none";
}
function normalizeUpdateOpt(opt) {
	if (opt != null && !isObject$2(opt)) opt = { isIgnore: opt };
	return opt || {};
}
function makeSeriesScope$1(data) {
	var seriesModel = data.hostModel;
	var emphasisModel = seriesModel.getModel("emphasis");
	return {
		emphasisItemStyle: emphasisModel.getModel("itemStyle").getItemStyle(),
		blurItemStyle: seriesModel.getModel(["blur", "itemStyle"]).getItemStyle(),
		selectItemStyle: seriesModel.getModel(["select", "itemStyle"]).getItemStyle(),
		focus: emphasisModel.get("focus"),
		blurScope: emphasisModel.get("blurScope"),
		emphasisDisabled: emphasisModel.get("disabled"),
		hoverScale: emphasisModel.get("scale"),
		labelStatesModels: getLabelStatesModels(seriesModel),
		cursorStyle: seriesModel.get("cursor")
	};
}
__name(makeSeriesScope$1, "makeSeriesScope");
function createEl(SymbolCtor, data, newIdx, seriesScope, symbolUpdateOpt, point, group) {
	var symbolEl = new SymbolCtor(data, newIdx, seriesScope, symbolUpdateOpt);
	symbolEl.setPosition(point);
	data.setItemGraphicEl(newIdx, symbolEl);
	group.add(symbolEl);
	return symbolEl;
}
var SymbolDraw = function() {
	function SymbolDraw(SymbolCtor) {
		this.group = new Group();
		this._SymbolCtor = SymbolCtor || Symbol;
	}
	/**
	* Update symbols draw by new data
	*/
	SymbolDraw.prototype.updateData = function(data, opt) {
		this._progressiveEls = null;
		opt = normalizeUpdateOpt(opt);
		var group = this.group;
		var seriesModel = data.hostModel;
		var oldData = this._data;
		var SymbolCtor = this._SymbolCtor;
		var disableAnimation = opt.disableAnimation;
		var seriesScope = this._seriesScope = makeSeriesScope$1(data);
		var symbolUpdateOpt = { disableAnimation };
		var getSymbolPoint = opt.getSymbolPoint || function(idx) {
			return data.getItemLayout(idx);
		};
		if (!oldData) group.removeAll();
		data.diff(oldData).add(function(newIdx) {
			var point = getSymbolPoint(newIdx);
			if (symbolNeedsDraw(data, point, newIdx, opt)) createEl(SymbolCtor, data, newIdx, seriesScope, symbolUpdateOpt, point, group);
		}).update(function(newIdx, oldIdx) {
			var symbolEl = oldData.getItemGraphicEl(oldIdx);
			var point = getSymbolPoint(newIdx);
			if (!symbolNeedsDraw(data, point, newIdx, opt)) {
				group.remove(symbolEl);
				return;
			}
			var newSymbolType = data.getItemVisual(newIdx, "symbol") || "circle";
			var oldSymbolType = symbolEl && symbolEl.getSymbolType && symbolEl.getSymbolType();
			if (!symbolEl || oldSymbolType && oldSymbolType !== newSymbolType) {
				group.remove(symbolEl);
				symbolEl = new SymbolCtor(data, newIdx, seriesScope, symbolUpdateOpt);
				symbolEl.setPosition(point);
			} else {
				symbolEl.updateData(data, newIdx, seriesScope, symbolUpdateOpt);
				var target = {
					x: point[0],
					y: point[1]
				};
				disableAnimation ? symbolEl.attr(target) : updateProps$1(symbolEl, target, seriesModel);
			}
			group.add(symbolEl);
			data.setItemGraphicEl(newIdx, symbolEl);
		}).remove(function(oldIdx) {
			var el = oldData.getItemGraphicEl(oldIdx);
			el && el.fadeOut(function() {
				group.remove(el);
			}, seriesModel);
		}).execute();
		this._getSymbolPoint = getSymbolPoint;
		this._data = data;
	};
	SymbolDraw.prototype.updateLayout = function(opt) {
		var data = this._data;
		if (!data) return;
		var symbolDraw = this;
		var store = data.getStore();
		for (var idx = 0, len = store.count(); idx < len; idx++) {
			var el = data.getItemGraphicEl(idx);
			var point = symbolDraw._getSymbolPoint(idx);
			if (symbolNeedsDraw(data, point, idx, opt)) {
				el = el || createEl(symbolDraw._SymbolCtor, data, idx, symbolDraw._seriesScope, { disableAnimation: true }, point, symbolDraw.group);
				el.stopAnimation();
				el.setPosition(point);
				el.markRedraw();
			} else if (el) {
				symbolDraw.group.remove(el);
				data.setItemGraphicEl(idx, null);
			}
		}
	};
	SymbolDraw.prototype.incrementalPrepareUpdate = function(data) {
		this._seriesScope = makeSeriesScope$1(data);
		this._data = null;
		this.group.removeAll();
	};
	SymbolDraw.prototype.incrementalUpdate = function(taskParams, data, incrementalId, opt) {
		this._progressiveEls = [];
		opt = normalizeUpdateOpt(opt);
		function updateIncrementalAndHover(el) {
			if (!el.isGroup) {
				el.incremental = incrementalId;
				el.ensureState("emphasis").hoverLayer = 2;
			}
		}
		for (var idx = taskParams.start; idx < taskParams.end; idx++) {
			var point = data.getItemLayout(idx);
			if (symbolNeedsDraw(data, point, idx, opt)) {
				var el = new this._SymbolCtor(data, idx, this._seriesScope);
				el.traverse(updateIncrementalAndHover);
				el.setPosition(point);
				this.group.add(el);
				data.setItemGraphicEl(idx, el);
				this._progressiveEls.push(el);
			}
		}
	};
	SymbolDraw.prototype.eachRendered = function(cb) {
		traverseElements(this._progressiveEls || this.group, cb);
	};
	SymbolDraw.prototype.remove = function(enableAnimation) {
		var group = this.group;
		var data = this._data;
		if (data && enableAnimation) data.eachItemGraphicEl(function(el) {
			el.fadeOut(function() {
				group.remove(el);
			}, data.hostModel);
		});
		else group.removeAll();
	};
	return SymbolDraw;
}();

// node_modules/echarts/lib/chart/line/helper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function prepareDataCoordInfo(coordSys, data, valueOrigin) {
	var baseAxis = coordSys.getBaseAxis();
	var valueAxis = coordSys.getOtherAxis(baseAxis);
	var valueStart = getValueStart(valueAxis, valueOrigin);
	var baseAxisDim = baseAxis.dim;
	var valueAxisDim = valueAxis.dim;
	var valueDim = data.mapDimension(valueAxisDim);
	var baseDim = data.mapDimension(baseAxisDim);
	var baseDataOffset = valueAxisDim === "x" || valueAxisDim === "radius" ? 1 : 0;
	var dims = map$1(coordSys.dimensions, function(coordDim) {
		return data.mapDimension(coordDim);
	});
	var stacked = false;
	var stackResultDim = data.getCalculationInfo("stackResultDimension");
	if (isDimensionStacked(data, dims[0])) {
		stacked = true;
		dims[0] = stackResultDim;
	}
	if (isDimensionStacked(data, dims[1])) {
		stacked = true;
		dims[1] = stackResultDim;
	}
	return {
		dataDimsForPoint: dims,
		valueStart,
		valueAxisDim,
		baseAxisDim,
		stacked: !!stacked,
		valueDim,
		baseDim,
		baseDataOffset,
		stackedOverDimension: data.getCalculationInfo("stackedOverDimension")
	};
}
function getValueStart(valueAxis, valueOrigin) {
	var valueStart = 0;
	var extent = valueAxis.scale.getExtent();
	if (valueOrigin === "start") valueStart = extent[0];
	else if (valueOrigin === "end") valueStart = extent[1];
	else if (isNumber(valueOrigin) && !isNaN(valueOrigin)) valueStart = valueOrigin;
	else if (extent[0] > 0) valueStart = extent[0];
	else if (extent[1] < 0) valueStart = extent[1];
	return valueStart;
}
function getStackedOnPoint(dataCoordInfo, coordSys, data, idx) {
	var value = NaN;
	if (dataCoordInfo.stacked) value = data.get(data.getCalculationInfo("stackedOverDimension"), idx);
	if (isNaN(value)) value = dataCoordInfo.valueStart;
	var baseDataOffset = dataCoordInfo.baseDataOffset;
	var stackedData = [];
	stackedData[baseDataOffset] = data.get(dataCoordInfo.baseDim, idx);
	stackedData[1 - baseDataOffset] = value;
	return coordSys.dataToPoint(stackedData);
}
function isPointIllegal(xOrY, yOrX) {
	return !isFinite(xOrY) || !isFinite(yOrX);
}

// node_modules/echarts/lib/util/vendor.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var Float32ArrayCtor = typeof Float32Array !== "undefined" ? Float32Array : void 0;
function createFloat32Array(capacity) {
	return tryEnsureTypedArray({ ctor: Float32ArrayCtor }, capacity).arr;
}
function tryEnsureTypedArray(tyArr, capacity) {
	if (process.env.NODE_ENV !== "production") assert(capacity != null && isFinite(capacity) && capacity >= 0 && tyArr.hasOwnProperty("ctor"));
	var existingArr = tyArr.arr;
	var ctor = tyArr.ctor;
	if (capacity > MAX_SAFE_INTEGER) capacity = MAX_SAFE_INTEGER;
	if (!existingArr || tyArr.typed && existingArr.length < capacity) {
		var nextArr = void 0;
		if (ctor) try {
			nextArr = new ctor(capacity);
			tyArr.typed = true;
			existingArr && nextArr.set(existingArr);
		} catch (e) {
			if (process.env.NODE_ENV !== "production") error(e);
		}
		if (!nextArr) {
			nextArr = [];
			tyArr.typed = false;
			if (existingArr) for (var i = 0, len = existingArr.length; i < len; i++) nextArr[i] = existingArr[i];
		}
		tyArr.arr = nextArr;
	}
	return tyArr;
}

// node_modules/echarts/lib/chart/line/lineAnimationDiff.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function diffData(oldData, newData) {
	var diffResult = [];
	newData.diff(oldData).add(function(idx) {
		diffResult.push({
			cmd: "+",
			idx
		});
	}).update(function(newIdx, oldIdx) {
		diffResult.push({
			cmd: "=",
			idx: oldIdx,
			idx1: newIdx
		});
	}).remove(function(idx) {
		diffResult.push({
			cmd: "-",
			idx
		});
	}).execute();
	return diffResult;
}
function lineAnimationDiff(oldData, newData, oldStackedOnPoints, newStackedOnPoints, oldCoordSys, newCoordSys, oldValueOrigin, newValueOrigin) {
	var diff = diffData(oldData, newData);
	var currPoints = [];
	var nextPoints = [];
	var currStackedPoints = [];
	var nextStackedPoints = [];
	var status = [];
	var sortedIndices = [];
	var rawIndices = [];
	var newDataOldCoordInfo = prepareDataCoordInfo(oldCoordSys, newData, oldValueOrigin);
	var oldPoints = oldData.getLayout("points") || [];
	var newPoints = newData.getLayout("points") || [];
	for (var i = 0; i < diff.length; i++) {
		var diffItem = diff[i];
		var pointAdded = true;
		var oldIdx2 = void 0;
		var newIdx2 = void 0;
		switch (diffItem.cmd) {
			case "=":
				oldIdx2 = diffItem.idx * 2;
				newIdx2 = diffItem.idx1 * 2;
				var currentX = oldPoints[oldIdx2];
				var currentY = oldPoints[oldIdx2 + 1];
				var nextX = newPoints[newIdx2];
				var nextY = newPoints[newIdx2 + 1];
				if (isNaN(currentX) || isNaN(currentY)) {
					currentX = nextX;
					currentY = nextY;
				}
				currPoints.push(currentX, currentY);
				nextPoints.push(nextX, nextY);
				currStackedPoints.push(oldStackedOnPoints[oldIdx2], oldStackedOnPoints[oldIdx2 + 1]);
				nextStackedPoints.push(newStackedOnPoints[newIdx2], newStackedOnPoints[newIdx2 + 1]);
				rawIndices.push(newData.getRawIndex(diffItem.idx1));
				break;
			case "+":
				var newIdx = diffItem.idx;
				var newDataDimsForPoint = newDataOldCoordInfo.dataDimsForPoint;
				var oldPt = oldCoordSys.dataToPoint([newData.get(newDataDimsForPoint[0], newIdx), newData.get(newDataDimsForPoint[1], newIdx)]);
				newIdx2 = newIdx * 2;
				currPoints.push(oldPt[0], oldPt[1]);
				nextPoints.push(newPoints[newIdx2], newPoints[newIdx2 + 1]);
				var stackedOnPoint = getStackedOnPoint(newDataOldCoordInfo, oldCoordSys, newData, newIdx);
				currStackedPoints.push(stackedOnPoint[0], stackedOnPoint[1]);
				nextStackedPoints.push(newStackedOnPoints[newIdx2], newStackedOnPoints[newIdx2 + 1]);
				rawIndices.push(newData.getRawIndex(newIdx));
				break;
			case "-": pointAdded = false;
		}
		if (pointAdded) {
			status.push(diffItem);
			sortedIndices.push(sortedIndices.length);
		}
	}
	sortedIndices.sort(function(a, b) {
		return rawIndices[a] - rawIndices[b];
	});
	var len = currPoints.length;
	var sortedCurrPoints = createFloat32Array(len);
	var sortedNextPoints = createFloat32Array(len);
	var sortedCurrStackedPoints = createFloat32Array(len);
	var sortedNextStackedPoints = createFloat32Array(len);
	var sortedStatus = [];
	for (var i = 0; i < sortedIndices.length; i++) {
		var idx = sortedIndices[i];
		var i2 = i * 2;
		var idx2 = idx * 2;
		sortedCurrPoints[i2] = currPoints[idx2];
		sortedCurrPoints[i2 + 1] = currPoints[idx2 + 1];
		sortedNextPoints[i2] = nextPoints[idx2];
		sortedNextPoints[i2 + 1] = nextPoints[idx2 + 1];
		sortedCurrStackedPoints[i2] = currStackedPoints[idx2];
		sortedCurrStackedPoints[i2 + 1] = currStackedPoints[idx2 + 1];
		sortedNextStackedPoints[i2] = nextStackedPoints[idx2];
		sortedNextStackedPoints[i2 + 1] = nextStackedPoints[idx2 + 1];
		sortedStatus[i] = status[idx];
	}
	return {
		current: sortedCurrPoints,
		next: sortedNextPoints,
		stackedOnCurrent: sortedCurrStackedPoints,
		stackedOnNext: sortedNextStackedPoints,
		status: sortedStatus
	};
}

// node_modules/echarts/lib/chart/line/poly.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var mathMin = Math.min;
var mathMax = Math.max;
/**
* Draw smoothed line in non-monotone, in may cause undesired curve in extreme
* situations. This should be used when points are non-monotone neither in x or
* y dimension.
*/
function drawSegment(ctx, points, start, segLen, allLen, dir, smooth, smoothMonotone, connectNulls) {
	var prevX;
	var prevY;
	var cpx0;
	var cpy0;
	var cpx1;
	var cpy1;
	var idx = start;
	var k = 0;
	for (; k < segLen; k++) {
		var x = points[idx * 2];
		var y = points[idx * 2 + 1];
		if (idx >= allLen || idx < 0) break;
		if (isPointIllegal(x, y)) {
			if (connectNulls) {
				idx += dir;
				continue;
			}
			break;
		}
		if (idx === start) {
			ctx[dir > 0 ? "moveTo" : "lineTo"](x, y);
			cpx0 = x;
			cpy0 = y;
		} else {
			var dx = x - prevX;
			var dy = y - prevY;
			if (dx * dx + dy * dy < .5) {
				idx += dir;
				continue;
			}
			if (smooth > 0) {
				var nextIdx = idx + dir;
				var nextX = points[nextIdx * 2];
				var nextY = points[nextIdx * 2 + 1];
				while (nextX === x && nextY === y && k < segLen) {
					k++;
					nextIdx += dir;
					idx += dir;
					nextX = points[nextIdx * 2];
					nextY = points[nextIdx * 2 + 1];
					x = points[idx * 2];
					y = points[idx * 2 + 1];
					dx = x - prevX;
					dy = y - prevY;
				}
				var tmpK = k + 1;
				if (connectNulls) while (isPointIllegal(nextX, nextY) && tmpK < segLen) {
					tmpK++;
					nextIdx += dir;
					nextX = points[nextIdx * 2];
					nextY = points[nextIdx * 2 + 1];
				}
				var ratioNextSeg = .5;
				var vx = 0;
				var vy = 0;
				var nextCpx0 = void 0;
				var nextCpy0 = void 0;
				if (tmpK >= segLen || isPointIllegal(nextX, nextY)) {
					cpx1 = x;
					cpy1 = y;
				} else {
					vx = nextX - prevX;
					vy = nextY - prevY;
					var dx0 = x - prevX;
					var dx1 = nextX - x;
					var dy0 = y - prevY;
					var dy1 = nextY - y;
					var lenPrevSeg = void 0;
					var lenNextSeg = void 0;
					if (smoothMonotone === "x") {
						lenPrevSeg = Math.abs(dx0);
						lenNextSeg = Math.abs(dx1);
						var dir_1 = vx > 0 ? 1 : -1;
						cpx1 = x - dir_1 * lenPrevSeg * smooth;
						cpy1 = y;
						nextCpx0 = x + dir_1 * lenNextSeg * smooth;
						nextCpy0 = y;
					} else if (smoothMonotone === "y") {
						lenPrevSeg = Math.abs(dy0);
						lenNextSeg = Math.abs(dy1);
						var dir_2 = vy > 0 ? 1 : -1;
						cpx1 = x;
						cpy1 = y - dir_2 * lenPrevSeg * smooth;
						nextCpx0 = x;
						nextCpy0 = y + dir_2 * lenNextSeg * smooth;
					} else {
						lenPrevSeg = Math.sqrt(dx0 * dx0 + dy0 * dy0);
						lenNextSeg = Math.sqrt(dx1 * dx1 + dy1 * dy1);
						ratioNextSeg = lenNextSeg / (lenNextSeg + lenPrevSeg);
						cpx1 = x - vx * smooth * (1 - ratioNextSeg);
						cpy1 = y - vy * smooth * (1 - ratioNextSeg);
						nextCpx0 = x + vx * smooth * ratioNextSeg;
						nextCpy0 = y + vy * smooth * ratioNextSeg;
						nextCpx0 = mathMin(nextCpx0, mathMax(nextX, x));
						nextCpy0 = mathMin(nextCpy0, mathMax(nextY, y));
						nextCpx0 = mathMax(nextCpx0, mathMin(nextX, x));
						nextCpy0 = mathMax(nextCpy0, mathMin(nextY, y));
						vx = nextCpx0 - x;
						vy = nextCpy0 - y;
						cpx1 = x - vx * lenPrevSeg / lenNextSeg;
						cpy1 = y - vy * lenPrevSeg / lenNextSeg;
						cpx1 = mathMin(cpx1, mathMax(prevX, x));
						cpy1 = mathMin(cpy1, mathMax(prevY, y));
						cpx1 = mathMax(cpx1, mathMin(prevX, x));
						cpy1 = mathMax(cpy1, mathMin(prevY, y));
						vx = x - cpx1;
						vy = y - cpy1;
						nextCpx0 = x + vx * lenNextSeg / lenPrevSeg;
						nextCpy0 = y + vy * lenNextSeg / lenPrevSeg;
					}
				}
				ctx.bezierCurveTo(cpx0, cpy0, cpx1, cpy1, x, y);
				cpx0 = nextCpx0;
				cpy0 = nextCpy0;
			} else ctx.lineTo(x, y);
		}
		prevX = x;
		prevY = y;
		idx += dir;
	}
	return k;
}
var ECPolylineShape = function() {
	function ECPolylineShape() {
		this.smooth = 0;
		this.smoothConstraint = true;
	}
	return ECPolylineShape;
}();
var ECPolyline = function(_super) {
	__extends(ECPolyline, _super);
	function ECPolyline(opts) {
		var _this = _super.call(this, opts) || this;
		_this.type = "ec-polyline";
		return _this;
	}
	ECPolyline.prototype.getDefaultStyle = function() {
		return {
			stroke: tokens.color.neutral99,
			fill: null
		};
	};
	ECPolyline.prototype.getDefaultShape = function() {
		return new ECPolylineShape();
	};
	ECPolyline.prototype.buildPath = function(ctx, shape) {
		var points = shape.points;
		var i = 0;
		var len = points.length / 2;
		if (shape.connectNulls) {
			for (; len > 0; len--) if (!isPointIllegal(points[len * 2 - 2], points[len * 2 - 1])) break;
			for (; i < len; i++) if (!isPointIllegal(points[i * 2], points[i * 2 + 1])) break;
		}
		while (i < len) i += drawSegment(ctx, points, i, len, len, 1, shape.smooth, shape.smoothMonotone, shape.connectNulls) + 1;
	};
	ECPolyline.prototype.getPointOn = function(xOrY, dim) {
		if (!this.path) {
			this.createPathProxy();
			this.buildPath(this.path, this.shape);
		}
		var data = this.path.data;
		var CMD = PathProxy.CMD;
		var x0;
		var y0;
		var isDimX = dim === "x";
		var roots = [];
		for (var i = 0; i < data.length;) {
			var cmd = data[i++];
			var x = void 0;
			var y = void 0;
			var x2 = void 0;
			var y2 = void 0;
			var x3 = void 0;
			var y3 = void 0;
			var t = void 0;
			switch (cmd) {
				case CMD.M:
					x0 = data[i++];
					y0 = data[i++];
					break;
				case CMD.L:
					x = data[i++];
					y = data[i++];
					t = isDimX ? (xOrY - x0) / (x - x0) : (xOrY - y0) / (y - y0);
					if (t <= 1 && t >= 0) {
						var val = isDimX ? (y - y0) * t + y0 : (x - x0) * t + x0;
						return isDimX ? [xOrY, val] : [val, xOrY];
					}
					x0 = x;
					y0 = y;
					break;
				case CMD.C:
					x = data[i++];
					y = data[i++];
					x2 = data[i++];
					y2 = data[i++];
					x3 = data[i++];
					y3 = data[i++];
					var nRoot = isDimX ? cubicRootAt(x0, x, x2, x3, xOrY, roots) : cubicRootAt(y0, y, y2, y3, xOrY, roots);
					if (nRoot > 0) for (var i_1 = 0; i_1 < nRoot; i_1++) {
						var t_1 = roots[i_1];
						if (t_1 <= 1 && t_1 >= 0) {
							var val = isDimX ? cubicAt(y0, y, y2, y3, t_1) : cubicAt(x0, x, x2, x3, t_1);
							return isDimX ? [xOrY, val] : [val, xOrY];
						}
					}
					x0 = x3;
					y0 = y3;
			}
		}
	};
	return ECPolyline;
}(Path);
var ECPolygonShape = function(_super) {
	__extends(ECPolygonShape, _super);
	function ECPolygonShape() {
		return _super !== null && _super.apply(this, arguments) || this;
	}
	return ECPolygonShape;
}(ECPolylineShape);
var ECPolygon = function(_super) {
	__extends(ECPolygon, _super);
	function ECPolygon(opts) {
		var _this = _super.call(this, opts) || this;
		_this.type = "ec-polygon";
		return _this;
	}
	ECPolygon.prototype.getDefaultShape = function() {
		return new ECPolygonShape();
	};
	ECPolygon.prototype.buildPath = function(ctx, shape) {
		var points = shape.points;
		var stackedOnPoints = shape.stackedOnPoints;
		var i = 0;
		var len = points.length / 2;
		var smoothMonotone = shape.smoothMonotone;
		if (shape.connectNulls) {
			for (; len > 0; len--) if (!isPointIllegal(points[len * 2 - 2], points[len * 2 - 1])) break;
			for (; i < len; i++) if (!isPointIllegal(points[i * 2], points[i * 2 + 1])) break;
		}
		while (i < len) {
			var k = drawSegment(ctx, points, i, len, len, 1, shape.smooth, smoothMonotone, shape.connectNulls);
			drawSegment(ctx, stackedOnPoints, i + k - 1, k, len, -1, shape.stackedOnSmooth, smoothMonotone, shape.connectNulls);
			i += k + 1;
			ctx.closePath();
		}
	};
	return ECPolygon;
}(Path);

// node_modules/echarts/lib/chart/helper/createRenderPlanner.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* @return {string} If large mode changed, return string 'reset';
*/
function createRenderPlanner() {
	var inner = makeInner();
	return function(seriesModel) {
		var fields = inner(seriesModel);
		var pipelineContext = seriesModel.pipelineContext;
		var originalLarge = !!fields.large;
		var originalProgressive = !!fields.progressiveRender;
		var large = fields.large = !!(pipelineContext && pipelineContext.large);
		var progressive = fields.progressiveRender = !!(pipelineContext && pipelineContext.progressiveRender);
		return !!(originalLarge !== large || originalProgressive !== progressive) && "reset";
	};
}

// node_modules/echarts/lib/view/Chart.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$9 = makeInner();
var renderPlanner = createRenderPlanner();
var ChartView = function() {
	function ChartView() {
		this.group = new Group();
		this.uid = getUID("viewChart");
		this.renderTask = createTask({
			plan: renderTaskPlan,
			reset: renderTaskReset
		});
		this.renderTask.context = { view: this };
	}
	ChartView.prototype.init = function(ecModel, api) {};
	ChartView.prototype.render = function(seriesModel, ecModel, api, payload) {
		if (process.env.NODE_ENV !== "production") throw new Error("render method must been implemented");
	};
	/**
	* Highlight series or specified data item.
	*/
	ChartView.prototype.highlight = function(seriesModel, ecModel, api, payload) {
		var data = seriesModel.getData(payload && payload.dataType);
		if (!data) {
			if (process.env.NODE_ENV !== "production") error("Unknown dataType " + payload.dataType);
			return;
		}
		toggleHighlight(data, payload, "emphasis");
	};
	/**
	* Downplay series or specified data item.
	*/
	ChartView.prototype.downplay = function(seriesModel, ecModel, api, payload) {
		var data = seriesModel.getData(payload && payload.dataType);
		if (!data) {
			if (process.env.NODE_ENV !== "production") error("Unknown dataType " + payload.dataType);
			return;
		}
		toggleHighlight(data, payload, "normal");
	};
	/**
	* `remove` only occurs when series is filtered out, typically by legend.
	* And theirafter the view can only be rendered again via
	* `ChartView['render']` or `ChartView['incrementalPrepareRender']`.
	*/
	ChartView.prototype.remove = function(ecModel, api) {
		this.group.removeAll();
	};
	/**
	* Dispose self.
	*/
	ChartView.prototype.dispose = function(ecModel, api) {};
	ChartView.prototype.updateView = function(seriesModel, ecModel, api, payload) {
		this.render(seriesModel, ecModel, api, payload);
	};
	ChartView.prototype.updateVisual = function(seriesModel, ecModel, api, payload) {
		this.render(seriesModel, ecModel, api, payload);
	};
	/**
	* Traverse the new rendered elements.
	*
	* It will traverse the new added element in progressive rendering.
	* And traverse all in normal rendering.
	*/
	ChartView.prototype.eachRendered = function(cb) {
		traverseElements(this.group, cb);
	};
	ChartView.markUpdateMethod = function(payload, methodName) {
		inner$9(payload).updateMethod = methodName;
	};
	ChartView.protoInitialize = function() {
		var proto = ChartView.prototype;
		proto.type = "chart";
	}();
	return ChartView;
}();
/**
* Set state of single element
*/
function elSetState(el, state, highlightDigit) {
	if (el && isHighDownDispatcher(el)) (state === "emphasis" ? enterEmphasis : leaveEmphasis)(el, highlightDigit);
}
function toggleHighlight(data, payload, state) {
	var dataIndex = queryDataIndex(data, payload);
	var highlightDigit = payload && payload.highlightKey != null ? getHighlightDigit(payload.highlightKey) : null;
	if (dataIndex != null) each$3(normalizeToArray(dataIndex), function(dataIdx) {
		elSetState(data.getItemGraphicEl(dataIdx), state, highlightDigit);
	});
	else data.eachItemGraphicEl(function(el) {
		elSetState(el, state, highlightDigit);
	});
}
enableClassExtend(ChartView, ["dispose"]);
enableClassManagement(ChartView);
function renderTaskPlan(context) {
	return renderPlanner(context.model);
}
function renderTaskReset(context) {
	var seriesModel = context.model;
	var ecModel = context.ecModel;
	var api = context.api;
	var payload = context.payload;
	var progressiveRender = seriesModel.pipelineContext.progressiveRender;
	var view = context.view;
	var updateMethod = payload && inner$9(payload).updateMethod;
	var methodName = progressiveRender ? "incrementalPrepareRender" : updateMethod && view[updateMethod] ? updateMethod : "render";
	if (methodName !== "render") view[methodName](seriesModel, ecModel, api, payload);
	return progressMethodMap[methodName];
}
var progressMethodMap = {
	incrementalPrepareRender: { progress: function(params, context) {
		context.view.incrementalRender(params, context.model, context.ecModel, context.api, context.payload);
	} },
	render: {
		forceFirstProgress: true,
		progress: function(params, context) {
			context.view.render(context.model, context.ecModel, context.api, context.payload);
		}
	}
};

// node_modules/echarts/lib/chart/helper/createClipPathFromCoordSys.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function createGridClipPath(cartesian, hasAnimation, seriesModel, done, during) {
	var rect = cartesian.getArea();
	var x = rect.x;
	var y = rect.y;
	var width = rect.width;
	var height = rect.height;
	var lineWidth = seriesModel.get(["lineStyle", "width"]) || 0;
	x -= lineWidth / 2;
	y -= lineWidth / 2;
	width += lineWidth;
	height += lineWidth;
	width = Math.ceil(width);
	if (x !== Math.floor(x)) {
		x = Math.floor(x);
		width++;
	}
	var clipPath = new Rect({ shape: {
		x,
		y,
		width,
		height
	} });
	if (hasAnimation) {
		var baseAxis = cartesian.getBaseAxis();
		var isHorizontal = baseAxis.isHorizontal();
		var isAxisInversed = baseAxis.inverse;
		if (isHorizontal) {
			if (isAxisInversed) clipPath.shape.x += width;
			clipPath.shape.width = 0;
		} else {
			if (!isAxisInversed) clipPath.shape.y += height;
			clipPath.shape.height = 0;
		}
		var duringCb = isFunction(during) ? function(percent) {
			during(percent, clipPath);
		} : null;
		initProps(clipPath, { shape: {
			width,
			height,
			x,
			y
		} }, seriesModel, null, done, duringCb);
	}
	return clipPath;
}
function createPolarClipPath(polar, hasAnimation, seriesModel) {
	var sectorArea = polar.getArea();
	var r0 = round(sectorArea.r0, 1);
	var r = round(sectorArea.r, 1);
	var clipPath = new Sector({ shape: {
		cx: round(polar.cx, 1),
		cy: round(polar.cy, 1),
		r0,
		r,
		startAngle: sectorArea.startAngle,
		endAngle: sectorArea.endAngle,
		clockwise: sectorArea.clockwise
	} });
	if (hasAnimation) {
		if (polar.getBaseAxis().dim === "angle") clipPath.shape.endAngle = sectorArea.startAngle;
		else clipPath.shape.r = r0;
		initProps(clipPath, { shape: {
			endAngle: sectorArea.endAngle,
			r
		} }, seriesModel);
	}
	return clipPath;
}

// node_modules/echarts/lib/coord/CoordinateSystem.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function isCoordinateSystemType(coordSys, type) {
	return coordSys.type === type;
}

// node_modules/echarts/lib/util/styleCompat.js
var deprecatedLogs = {};
function warnDeprecated(deprecated, insteadApproach) {
	if (process.env.NODE_ENV !== "production") {
		var key = deprecated + "^_^" + insteadApproach;
		if (!deprecatedLogs[key]) {
			console.warn("[ECharts] DEPRECATED: \"" + deprecated + "\" has been deprecated. " + insteadApproach);
			deprecatedLogs[key] = true;
		}
	}
}

// node_modules/echarts/lib/scale/Scale.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var Scale = function() {
	function Scale() {}
	/**
	* When axis extent depends on data and no data exists,
	* axis ticks should not be drawn, which is named 'blank'.
	*
	* @final NEVER override!
	*/
	Scale.prototype.isBlank = function() {
		return this._isBlank;
	};
	/**
	* When axis extent depends on data and no data exists,
	* axis ticks should not be drawn, which is named 'blank'.
	*
	* @final NEVER override!
	*/
	Scale.prototype.setBlank = function(isBlank) {
		this._isBlank = isBlank;
	};
	return Scale;
}();
enableClassManagement(Scale);

// node_modules/echarts/lib/data/OrdinalMeta.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var uidBase = 0;
var OrdinalMeta = function() {
	/**
	* PENDING - Regarding forcibly converting to string:
	*  In the early days, the underlying hash map impl used JS plain object and converted the key to
	*  string; later in https://github.com/ecomfe/zrender/pull/966 it was changed to a JS Map (in supported
	*  platforms), which does not require string keys. But consider any input that `scale/Ordinal['parse']`
	*  is involved, a number input represents an `OrdinalNumber` (i.e., an index), and affect the query
	*  behavior:
	*    - If forcbily converting to string:
	*      pros: users can use numeric string (such as, '123') to query the raw data (123), tho it's probably
	*      still confusing.
	*      cons: NaN/null/undefined in data will be equals to 'NaN'/'null'/'undefined', if simply using
	*      `val + ''` to convert them, like currently `getName` does.
	*    - Otherwise:
	*      pros: see NaN/null/undefined case above.
	*      cons: users cannot query the raw data (123) any more.
	*  There are two inconsistent behaviors in the current impl:
	*    - Force conversion is applied on the case `xAxis{data: ['aaa', 'bbb', ...]}`,
	*      but no conversion applied to the case `xAxis{data: [{value: 'aaa'}, ...]}` and
	*      the case `dataset: {source: [['aaa', 123], ['bbb', 234], ...]}`.
	*    - behaves differently according to whether JS Map is supported (the polyfill is simply using JS
	*      plain object) (tho it seems rare platform that do not support it).
	*  Since there's no sufficient good solution to offset cost of the breaking change, we preserve the
	*  current behavior, until real issues is reported.
	*/
	function OrdinalMeta(opt) {
		this.categories = opt.categories || [];
		this._needCollect = opt.needCollect;
		this._deduplication = opt.deduplication;
		this.uid = ++uidBase;
		this._onCollect = opt.onCollect;
	}
	OrdinalMeta.createByAxisModel = function(axisModel) {
		var option = axisModel.option;
		var data = option.data;
		var categories = data && map$1(data, getName);
		return new OrdinalMeta({
			categories,
			needCollect: !categories,
			deduplication: option.dedplication !== false
		});
	};
	OrdinalMeta.prototype.getOrdinal = function(category) {
		return this._getOrCreateMap().get(category);
	};
	/**
	* @return The ordinal. If not found, return NaN.
	*/
	OrdinalMeta.prototype.parseAndCollect = function(category) {
		var index;
		var needCollect = this._needCollect;
		if (!isString(category) && !needCollect) return category;
		if (needCollect && !this._deduplication) {
			index = this.categories.length;
			this.categories[index] = category;
			this._onCollect && this._onCollect(category, index);
			return index;
		}
		var map = this._getOrCreateMap();
		index = map.get(category);
		if (index == null) {
			if (needCollect) {
				index = this.categories.length;
				this.categories[index] = category;
				map.set(category, index);
				this._onCollect && this._onCollect(category, index);
			} else index = NaN;
		}
		return index;
	};
	OrdinalMeta.prototype._getOrCreateMap = function() {
		return this._map || (this._map = createHashMap(this.categories));
	};
	return OrdinalMeta;
}();
function getName(obj) {
	if (isObject$2(obj) && obj.value != null) return obj.value;
	else return obj + "";
}

// node_modules/echarts/lib/scale/scaleMapper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var SCALE_EXTENT_KIND_EFFECTIVE = 0;
var SCALE_EXTENT_KIND_MAPPING = 1;
var SCALE_MAPPER_METHOD_NAMES = keys({
	needTransform: 1,
	normalize: 1,
	scale: 1,
	transformIn: 1,
	transformOut: 1,
	contain: 1,
	getExtent: 1,
	getExtentUnsafe: 1,
	setExtent: 1,
	setExtent2: 1,
	getFilter: 1,
	sanitize: 1,
	getDefaultStartValue: 1,
	freeze: 1
});
var SCALE_MAPPER_DEPTH_OUT_OF_BREAK = 2;
var SCALE_MAPPER_DEPTH_INNERMOST = 3;
function initBreakOrLinearMapper(mapper, breakParsed, initialExtent) {
	var brk;
	mapper = mapper || {};
	var scaleBreakHelper = getScaleBreakHelper();
	if (scaleBreakHelper) {
		var brkMapper_1 = scaleBreakHelper.createBreakScaleMapper(breakParsed, initialExtent);
		if (brkMapper_1.hasBreaks()) {
			each$3(SCALE_MAPPER_METHOD_NAMES, function(methodName) {
				if (brkMapper_1[methodName]) mapper[methodName] = bind$1(brkMapper_1[methodName], brkMapper_1);
			});
			brk = brkMapper_1;
		}
	}
	if (brk == null) initLinearScaleMapper(mapper, initialExtent);
	return {
		brk,
		mapper
	};
}
function decorateScaleMapper(host, decoratedMapperMethods) {
	each$3(SCALE_MAPPER_METHOD_NAMES, function(methodName) {
		host[methodName] = decoratedMapperMethods[methodName];
	});
}
function enableScaleMapperFreeze(host, subMapper) {
	host.freeze = noop;
	if (process.env.NODE_ENV !== "production") host.freeze = function() {
		subMapper.freeze();
	};
}
function getScaleExtentForTickUnsafe(mapper) {
	return mapper.getExtentUnsafe(0, 2);
}
function getScaleExtentForMappingUnsafe(mapper, depth) {
	return mapper.getExtentUnsafe(1, depth) || mapper.getExtentUnsafe(0, depth);
}
function getScaleLinearSpanForMapping(mapper) {
	var extent = getScaleExtentForMappingUnsafe(mapper, 3);
	return extent[1] - extent[0];
}
function getScaleLinearSpanEffective(mapper) {
	var extent = mapper.getExtentUnsafe(0, 3);
	return extent[1] - extent[0];
}
function initLinearScaleMapper(mapper, initialExtent) {
	var linearMapper = mapper || {};
	var extendList = [];
	linearMapper._extents = extendList;
	extendList[0] = initialExtent ? initialExtent.slice() : initExtentForUnion();
	extend(linearMapper, linearScaleMapperMethods);
	return linearMapper;
}
var linearScaleMapperMethods = {
	needTransform: function() {
		return false;
	},
	normalize: function(val) {
		var extent = this._extents[1] || this._extents[0];
		if (extent[1] === extent[0]) return .5;
		return (val - extent[0]) / (extent[1] - extent[0]);
	},
	scale: function(val) {
		var extent = this._extents[1] || this._extents[0];
		return val * (extent[1] - extent[0]) + extent[0];
	},
	transformIn: function(val) {
		return val;
	},
	transformOut: function(val) {
		return val;
	},
	contain: function(val) {
		var extent = getScaleExtentForMappingUnsafe(this, null);
		return val >= extent[0] && val <= extent[1];
	},
	getExtent: function() {
		return this._extents[0].slice();
	},
	getExtentUnsafe: function(kind) {
		return this._extents[kind];
	},
	setExtent: function(start, end) {
		if (process.env.NODE_ENV !== "production") assert(!this._frozen);
		writeExtent(this._extents, 0, start, end);
	},
	setExtent2: function(kind, start, end) {
		if (process.env.NODE_ENV !== "production") assert(!this._frozen);
		var extentList = this._extents;
		if (!extentList[kind]) extentList[kind] = extentList[0].slice();
		writeExtent(extentList, kind, start, end);
	},
	freeze: function() {
		if (process.env.NODE_ENV !== "production") this._frozen = true;
	}
};
function writeExtent(extentList, kind, start, end) {
	if (isValidBoundsForExtent(start, end)) {
		extentList[kind][0] = start;
		extentList[kind][1] = end;
	} else if (process.env.NODE_ENV !== "production") {
		if (start != null && end != null && start <= end) error("Invalid setExtent call - start: " + start + ", end: " + end);
	}
}

// node_modules/echarts/lib/scale/helper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* See also method `nice` in `src/util/number.ts`.
*/
function isIntervalOrLogScale(scale) {
	return isIntervalScale(scale) || isLogScale(scale);
}
function isIntervalScale(scale) {
	return scale.type === "interval";
}
function isTimeScale(scale) {
	return scale.type === "time";
}
function isLogScale(scale) {
	return scale.type === "log";
}
function isOrdinalScale(scale) {
	return scale.type === "ordinal";
}
/**
* The input `niceInterval` should be generated
* from `nice` method in `src/util/number.ts`, or
* from `increaseInterval` itself.
*/
function increaseInterval(niceInterval) {
	var exponent = quantityExponent(niceInterval);
	var exp10 = mathPow(10, exponent);
	var f = mathRound(niceInterval / exp10);
	if (!f) f = 1;
	else if (f === 2) f = 3;
	else if (f === 3) f = 5;
	else f *= 2;
	return round(f * exp10, -exponent);
}
function getIntervalPrecision(niceInterval) {
	return getPrecision(niceInterval) + 2;
}
/**
* NOTE:
*  - If `val` is `NaN`, return `NaN`.
*  - If `val` is `0`, return `-Infinity`.
*  - If `val` is negative, return `NaN`.
*
* @see {DataStore#getDataExtent} It handles non-positive values for logarithm scale.
*/
function logScaleLogTick(val, base) {
	return mathLog(val) / mathLog(base);
}
/**
* Cumulative rounding errors cause the logarithm operation to become non-invertible by simply exponentiation.
*  - `Math.pow(10, integer)` itself has no rounding error. But,
*  - If `linearTickVal` is generated internally by `calcNiceTicks`, it may be still "not nice" (not an integer)
*    when it is `extent[i]`.
*  - If `linearTickVal` is generated outside (e.g., by `scaleCalcAlign`) and set by `setExtent`,
*    `logScaleLogTick` may already have introduced rounding errors even for "nice" values.
* But invertible is required when the original `extent[i]` need to be respected, or "nice" ticks need to be
* displayed instead of something like `5.999999999999999`, which is addressed in this function.
* See also `#4158`.
*
* [CAUTION]:
*  Monotonicity may be broken on extent ends - callers must make sure it does not matter.
*/
function logScalePowTick(linearTickVal, base, opt) {
	var lookup = opt && opt.lookup;
	if (lookup) {
		for (var i = 0; i < lookup.from.length; i++) if (linearTickVal === lookup.from[i]) return lookup.to[i];
	}
	return mathPow(base, linearTickVal);
}
/**
* For `IntervalScale`, convert `rawExtent` to:
*  - Be no non-finite number.
*  - Be `extent[0] < extent[1]`- no equal; otherwise, additional handling is required
*    in "nice" and "align" ticks.
*/
function intervalScaleEnsureValidExtent(rawExtent, fixMinMax, rawExtentResult) {
	var extent = rawExtent.slice();
	if (extent[0] === extent[1]) {
		var containShapeRequired = rawExtentResult && rawExtentResult.ctnShp;
		if (extent[0] !== 0) {
			var expandSize = mathAbs(extent[0]);
			if (!fixMinMax[1]) {
				extent[1] += expandSize / 2;
				extent[0] -= expandSize / 2;
			} else extent[0] -= expandSize / 2;
		} else if (containShapeRequired) {
			extent[0] = -1;
			extent[1] = 1;
		} else extent[1] = 1;
	}
	if (!isValidNumberForExtent(extent[0]) || !isValidNumberForExtent(extent[1])) {
		extent[0] = 0;
		extent[1] = 1;
	}
	if (extent[1] < extent[0]) extent.reverse();
	return extent;
}
function extentDiffers(extent1, extent2) {
	return [extent1[0] !== extent2[0], extent1[1] !== extent2[1]];
}
function ensureValidSplitNumber(rawSplitNumber, defaultSplitNumber) {
	rawSplitNumber = rawSplitNumber || defaultSplitNumber;
	return mathRound(mathMax$1(rawSplitNumber, 1));
}
/**
* NOTE: The result can have only one item, e.g., when `extent[0] === extent[1]`
* and `categoryInterval === 0`.
*/
function ordinalScaleCreateTicks(ordinalScale, categoryInterval, addItem) {
	var extent = getScaleExtentForTickUnsafe(ordinalScale);
	var startTick = extent[0];
	var tickCount = ordinalScale.count();
	var step = Math.max((categoryInterval || 0) + 1, 1);
	if (startTick !== 0 && step > 1 && tickCount / step > 2) startTick = Math.round(Math.ceil(startTick / step) * step);
	if (startTick !== extent[0]) addItemInternally(extent[0], true, true);
	var tickValue = startTick;
	for (; tickValue <= extent[1]; tickValue += step) addItemInternally(tickValue, false, tickValue === extent[0] || tickValue === extent[1]);
	if (tickValue - step !== extent[1]) addItemInternally(extent[1], true, true);
	function addItemInternally(tickValue, offInterval, isExtentBoundary) {
		addItem({
			value: tickValue,
			offInterval
		}, isExtentBoundary);
	}
}

// node_modules/echarts/lib/scale/Ordinal.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Linear continuous scale
* http://en.wikipedia.org/wiki/Level_of_measurement
*/
var OrdinalScale = function(_super) {
	__extends(OrdinalScale, _super);
	function OrdinalScale(setting) {
		var _this = _super.call(this) || this;
		_this.type = "ordinal";
		_this.parse = OrdinalScale.parse;
		decorateScaleMapper(_this, OrdinalScale.decoratedMethods);
		var ordinalMeta = setting.ordinalMeta;
		if (!ordinalMeta) ordinalMeta = new OrdinalMeta({});
		if (isArray(ordinalMeta)) ordinalMeta = new OrdinalMeta({ categories: map$1(ordinalMeta, function(item) {
			return isObject$2(item) ? item.value : item;
		}) });
		_this._ordinalMeta = ordinalMeta;
		var res = initBreakOrLinearMapper(null, null, setting.extent || [0, ordinalMeta.categories.length - 1]);
		_this._mapper = res.mapper;
		enableScaleMapperFreeze(_this, res.mapper);
		return _this;
	}
	OrdinalScale.parse = function(val) {
		if (val == null) val = NaN;
		else if (isString(val)) {
			val = this._ordinalMeta.getOrdinal(val);
			if (val == null) val = NaN;
		} else val = mathRound(val);
		return val;
	};
	/**
	* PENDING: currently this method is not used.
	* `makeCategoryTicks` is effectively used.
	*/
	OrdinalScale.prototype.getTicks = function() {
		var ticks = [];
		ordinalScaleCreateTicks(this, 0, function(tick) {
			ticks.push(tick);
		});
		return ticks;
	};
	OrdinalScale.prototype.getMinorTicks = function(splitNumber) {};
	/**
	* @see `Ordinal['_ordinalNumbersByTick']`
	*/
	OrdinalScale.prototype.setSortInfo = function(info) {
		if (info == null) {
			this._ordinalNumbersByTick = this._ticksByOrdinalNumber = null;
			return;
		}
		var infoOrdinalNumbers = info.ordinalNumbers;
		var ordinalsByTick = this._ordinalNumbersByTick = [];
		var ticksByOrdinal = this._ticksByOrdinalNumber = [];
		var tickNum = 0;
		var allCategoryLen = this._ordinalMeta.categories.length;
		for (var len = mathMin$1(allCategoryLen, infoOrdinalNumbers.length); tickNum < len; ++tickNum) {
			var ordinalNumber = ordinalsByTick[tickNum] = infoOrdinalNumbers[tickNum];
			ticksByOrdinal[ordinalNumber] = tickNum;
		}
		var unusedOrdinal = 0;
		for (; tickNum < allCategoryLen; ++tickNum) {
			while (ticksByOrdinal[unusedOrdinal] != null) unusedOrdinal++;
			ordinalsByTick[tickNum] = unusedOrdinal;
			ticksByOrdinal[unusedOrdinal] = tickNum;
		}
	};
	OrdinalScale.prototype._getTickNumber = function(ordinal) {
		var ticksByOrdinalNumber = this._ticksByOrdinalNumber;
		return ticksByOrdinalNumber && ordinal >= 0 && ordinal < ticksByOrdinalNumber.length ? ticksByOrdinalNumber[ordinal] : ordinal;
	};
	/**
	* @usage
	* ```js
	* const ordinalNumber = ordinalScale.getRawOrdinalNumber(tick.value);
	* // case0
	* const rawOrdinalValue = axisModel.getCategories()[ordinalNumber];
	* // case1
	* const rawOrdinalValue = this._ordinalMeta.categories[ordinalNumber];
	* // case2
	* const coord = axis.dataToCoord(ordinalNumber);
	* ```
	*
	* value may be out of range, e.g., when axis max is larger than `ordinalMeta.categories.length`,
	* where ordinal numbers are used as tick value directly.
	*/
	OrdinalScale.prototype.getRawOrdinalNumber = function(tickValue) {
		var ordinalNumbersByTick = this._ordinalNumbersByTick;
		return ordinalNumbersByTick && tickValue >= 0 && tickValue < ordinalNumbersByTick.length ? ordinalNumbersByTick[tickValue] : tickValue;
	};
	/**
	* Get item on tick
	*/
	OrdinalScale.prototype.getLabel = function(tick) {
		if (!this.isBlank()) {
			var ordinalNumber = this.getRawOrdinalNumber(tick.value);
			var category = this._ordinalMeta.categories[ordinalNumber];
			return category == null ? "" : category + "";
		}
	};
	/**
	* NOTICE: This is different from `.getOrdinalMeta().length` when extent
	* is specified by `xxxAxis.min/max` or by `dataZoom`.
	*/
	OrdinalScale.prototype.count = function() {
		var extent = getScaleExtentForTickUnsafe(this._mapper);
		return extent[1] - extent[0] + 1;
	};
	OrdinalScale.prototype.getOrdinalMeta = function() {
		return this._ordinalMeta;
	};
	OrdinalScale.type = "ordinal";
	OrdinalScale.decoratedMethods = {
		needTransform: function() {
			return this._mapper.needTransform();
		},
		contain: function(val) {
			return this._mapper.contain(this._getTickNumber(val)) && val >= 0 && val < this._ordinalMeta.categories.length;
		},
		normalize: function(val) {
			return this._mapper.normalize(this._getTickNumber(val));
		},
		scale: function(val) {
			return this.getRawOrdinalNumber(mathRound(this._mapper.scale(val)));
		},
		transformIn: function(val, opt) {
			return this._mapper.transformIn(this._getTickNumber(val), opt);
		},
		transformOut: function(val, opt) {
			return this.getRawOrdinalNumber(this._mapper.transformOut(val, opt));
		},
		getExtent: function() {
			return this._mapper.getExtent();
		},
		getExtentUnsafe: function(kind, depth) {
			return this._mapper.getExtentUnsafe(kind, depth);
		},
		/**
		* NOTICE: OrdinalScale extent should always originates from
		* `[0, ordinalMeta.categories.length - 1]`, regardless of min/max of `series.data`.
		* But settings like `xxxAxis.min/max` can still modify the extent.
		* It is handled by constructor of `ScaleRawExtentInfo`.
		*/
		setExtent: function(start, end) {
			return this._mapper.setExtent(start, end);
		},
		setExtent2: function(kind, start, end) {
			return this._mapper.setExtent2(kind, start, end);
		}
	};
	return OrdinalScale;
}(Scale);
Scale.registerClass(OrdinalScale);

// node_modules/echarts/lib/scale/minorTicks.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function getMinorTicks(scale, splitNumber, breaks, scaleInterval) {
	var ticks = scale.getTicks({ expandToNicedExtent: true });
	var minorTicks = [];
	var extent = scale.getExtent();
	for (var i = 1; i < ticks.length; i++) {
		var nextTick = ticks[i];
		var prevTick = ticks[i - 1];
		if (prevTick["break"] || nextTick["break"]) continue;
		var count = 0;
		var minorTicksGroup = [];
		var minorInterval = (nextTick.value - prevTick.value) / splitNumber;
		var minorIntervalPrecision = getIntervalPrecision(minorInterval);
		while (count < splitNumber - 1) {
			var minorTick = round(prevTick.value + (count + 1) * minorInterval, minorIntervalPrecision);
			if (minorTick > extent[0] && minorTick < extent[1]) minorTicksGroup.push(minorTick);
			count++;
		}
		var scaleBreakHelper = getScaleBreakHelper();
		scaleBreakHelper && scaleBreakHelper.pruneTicksByBreak("auto", minorTicksGroup, breaks, function(value) {
			return value;
		}, scaleInterval, extent);
		minorTicks.push(minorTicksGroup);
	}
	return minorTicks;
}

// node_modules/echarts/lib/scale/Interval.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var IntervalScale = function(_super) {
	__extends(IntervalScale, _super);
	function IntervalScale(setting) {
		var _this = _super.call(this) || this;
		_this.type = "interval";
		_this.parse = IntervalScale.parse;
		setting = setting || {};
		var breakParsed = simplyParseBreakOption(_this, setting);
		_this.brk = initBreakOrLinearMapper(_this, breakParsed, null).brk;
		_this._cfg = {
			interval: 0,
			intervalPrecision: 2,
			intervalCount: void 0,
			niceExtent: void 0
		};
		return _this;
	}
	IntervalScale.parse = function(val) {
		return val == null || val === "" ? NaN : Number(val);
	};
	IntervalScale.prototype.getConfig = function() {
		return clone$1(this._cfg);
	};
	IntervalScale.prototype.setConfig = function(cfg) {
		var extent = getScaleExtentForTickUnsafe(this);
		if (process.env.NODE_ENV !== "production") {
			assert(cfg.interval != null);
			if (cfg.intervalCount != null) assert(cfg.intervalCount >= -1 && cfg.intervalPrecision != null && !hasBreaks(this));
			if (cfg.niceExtent != null) {
				assert(isFinite(cfg.niceExtent[0]) && isFinite(cfg.niceExtent[1]));
				assert(extent[0] <= cfg.niceExtent[0] && cfg.niceExtent[1] <= extent[1]);
				assert(round(cfg.niceExtent[0] - cfg.niceExtent[1], getPrecision(cfg.interval)) <= cfg.interval);
			}
		}
		this._cfg = cfg = clone$1(cfg);
		if (cfg.niceExtent == null) cfg.niceExtent = extent.slice();
		if (cfg.intervalPrecision == null) cfg.intervalPrecision = getIntervalPrecision(cfg.interval);
	};
	/**
	* In ascending order.
	*/
	IntervalScale.prototype.getTicks = function(opt) {
		opt = opt || {};
		var cfg = this._cfg;
		var interval = cfg.interval;
		var extent = getScaleExtentForTickUnsafe(this);
		var niceExtent = cfg.niceExtent;
		var intervalPrecision = cfg.intervalPrecision;
		var scaleBreakHelper = getScaleBreakHelper();
		var brk = this.brk;
		var brkAvailable = scaleBreakHelper && brk;
		var ticks = [];
		if (!interval) return ticks;
		if (opt.breakTicks === "only_break" && brkAvailable) {
			scaleBreakHelper.addBreaksToTicks(ticks, brk.breaks, extent);
			return ticks;
		}
		if (process.env.NODE_ENV !== "production") assert(niceExtent != null);
		var safeLimit = 3e3;
		if (extent[0] < niceExtent[0]) ticks.push({ value: opt.expandToNicedExtent ? round(niceExtent[0] - interval, intervalPrecision) : extent[0] });
		var estimateNiceMultiple = function(tickVal, targetTick) {
			return mathRound((targetTick - tickVal) / interval);
		};
		var intervalCount = cfg.intervalCount;
		for (var tick = niceExtent[0], niceTickIdx = 0;; niceTickIdx++) {
			if (intervalCount == null) {
				if (tick > niceExtent[1] || !isFinite(tick) || !isFinite(niceExtent[1])) break;
			} else {
				if (niceTickIdx > intervalCount) break;
				tick = mathMin$1(tick, niceExtent[1]);
				if (niceTickIdx === intervalCount) tick = niceExtent[1];
			}
			ticks.push({ value: tick });
			tick = round(tick + interval, intervalPrecision);
			if (brk) {
				var moreMultiple = brk.calcNiceTickMultiple(tick, estimateNiceMultiple);
				if (moreMultiple >= 0) tick = round(tick + moreMultiple * interval, intervalPrecision);
			}
			if (ticks.length > 0 && tick === ticks[ticks.length - 1].value) break;
			if (ticks.length > safeLimit) {
				if (process.env.NODE_ENV !== "production") warn("Exceed safe limit in IntervalScale[\"getTicks\"].");
				return [];
			}
		}
		var lastNiceTick = ticks.length ? ticks[ticks.length - 1].value : niceExtent[1];
		if (extent[1] > lastNiceTick) ticks.push({ value: opt.expandToNicedExtent ? round(lastNiceTick + interval, intervalPrecision) : extent[1] });
		if (brkAvailable) scaleBreakHelper.pruneTicksByBreak(opt.pruneByBreak, ticks, brk.breaks, function(item) {
			return item.value;
		}, cfg.interval, extent);
		if (brkAvailable && opt.breakTicks !== "none") scaleBreakHelper.addBreaksToTicks(ticks, brk.breaks, extent);
		return ticks;
	};
	IntervalScale.prototype.getMinorTicks = function(splitNumber) {
		return getMinorTicks(this, splitNumber, getBreaksUnsafe(this), this._cfg.interval);
	};
	IntervalScale.prototype.getLabel = function(tick, opt) {
		if (tick == null) return "";
		var precision = opt && opt.precision;
		if (precision == null) precision = getPrecision(tick.value) || 0;
		else if (precision === "auto") precision = this._cfg.intervalPrecision;
		var dataNum = round(tick.value, precision, true);
		return addCommas(dataNum);
	};
	IntervalScale.type = "interval";
	return IntervalScale;
}(Scale);
Scale.registerClass(IntervalScale);

// node_modules/echarts/lib/scale/Time.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var bisect = function(a, x, lo, hi) {
	while (lo < hi) {
		var mid = lo + hi >>> 1;
		if (a[mid][1] < x) lo = mid + 1;
		else hi = mid;
	}
	return lo;
};
var TimeScale = function(_super) {
	__extends(TimeScale, _super);
	function TimeScale(setting) {
		var _this = _super.call(this) || this;
		_this.type = "time";
		_this.parse = TimeScale.parse;
		_this._locale = setting.locale;
		_this._useUTC = setting.useUTC;
		_this._interval = 0;
		var breakParsed = simplyParseBreakOption(_this, setting);
		_this.brk = initBreakOrLinearMapper(_this, breakParsed, null).brk;
		return _this;
	}
	/**
	* Get label is mainly for other components like dataZoom, tooltip.
	*/
	TimeScale.prototype.getLabel = function(tick) {
		return format(tick.value, fullLeveledFormatter[getDefaultFormatPrecisionOfInterval(getPrimaryTimeUnit(this._minLevelUnit))] || fullLeveledFormatter.second, this._useUTC, this._locale);
	};
	TimeScale.prototype.getFormattedLabel = function(tick, idx, labelFormatter) {
		return leveledFormat(tick, idx, labelFormatter, this._locale, this._useUTC);
	};
	TimeScale.prototype.getTicks = function(opt) {
		opt = opt || {};
		var interval = this._interval;
		var extent = getScaleExtentForTickUnsafe(this);
		var scaleBreakHelper = getScaleBreakHelper();
		var brk = this.brk;
		var brkAvailable = scaleBreakHelper && brk;
		var ticks = [];
		if (!interval) return ticks;
		var useUTC = this._useUTC;
		if (brkAvailable && opt.breakTicks === "only_break") {
			getScaleBreakHelper().addBreaksToTicks(ticks, brk.breaks, extent);
			return ticks;
		}
		ticks = createIntervalTicks(this._minLevelUnit, this._approxInterval, useUTC, extent, getScaleLinearSpanEffective(this), brk);
		var upperUnitIndex = primaryTimeUnits.length - 1;
		var maxLevel = 0;
		each$3(ticks, function(tick) {
			if (tick.time) {
				upperUnitIndex = Math.min(upperUnitIndex, indexOf(primaryTimeUnits, tick.time.upperTimeUnit));
				maxLevel = Math.max(maxLevel, tick.time.level);
			}
		});
		if (brkAvailable) getScaleBreakHelper().pruneTicksByBreak(opt.pruneByBreak, ticks, brk.breaks, function(item) {
			return item.value;
		}, this._approxInterval, extent);
		if (brkAvailable && opt.breakTicks !== "none") getScaleBreakHelper().addBreaksToTicks(ticks, brk.breaks, extent, function(trimmedBrk) {
			var lowerBrkUnitIndex = Math.max(indexOf(primaryTimeUnits, getUnitFromValue(trimmedBrk.vmin, useUTC)), indexOf(primaryTimeUnits, getUnitFromValue(trimmedBrk.vmax, useUTC)));
			var upperBrkUnitIndex = 0;
			for (var unitIdx = 0; unitIdx < primaryTimeUnits.length; unitIdx++) if (!isPrimaryUnitValueAndGreaterSame(primaryTimeUnits[unitIdx], trimmedBrk.vmin, trimmedBrk.vmax, useUTC)) {
				upperBrkUnitIndex = unitIdx;
				break;
			}
			var upperIdx = Math.min(upperBrkUnitIndex, upperUnitIndex);
			return {
				level: maxLevel,
				lowerTimeUnit: primaryTimeUnits[Math.max(upperIdx, lowerBrkUnitIndex)],
				upperTimeUnit: primaryTimeUnits[upperIdx]
			};
		});
		return ticks;
	};
	TimeScale.prototype.getMinorTicks = function(splitNumber) {
		return getMinorTicks(this, splitNumber, getBreaksUnsafe(this), this._interval);
	};
	TimeScale.prototype.setTimeInterval = function(opt) {
		this._interval = opt.interval;
		this._approxInterval = opt.approxInterval;
		this._minLevelUnit = opt.minLevelUnit;
	};
	TimeScale.parse = function(val) {
		return isNumber(val) ? Math.round(val) : +parseDate(val);
	};
	TimeScale.type = "time";
	return TimeScale;
}(Scale);
/**
* This implementation was originally copied from "d3.js"
* <https://github.com/d3/d3/blob/b516d77fb8566b576088e73410437494717ada26/src/time/scale.js>
* with some modifications made for this program.
* See the license statement at the head of this file.
*/
var scaleIntervals = [
	["second", ONE_SECOND],
	["minute", ONE_MINUTE],
	["hour", ONE_HOUR],
	["quarter-day", ONE_HOUR * 6],
	["half-day", ONE_HOUR * 12],
	["day", ONE_DAY * 1.2],
	["half-week", ONE_DAY * 3.5],
	["week", ONE_DAY * 7],
	["month", ONE_DAY * 31],
	["quarter", ONE_DAY * 95],
	["half-year", ONE_YEAR / 2],
	["year", ONE_YEAR]
];
function isPrimaryUnitValueAndGreaterSame(unit, valueA, valueB, isUTC) {
	return roundTime(new Date(valueA), unit, isUTC).getTime() === roundTime(new Date(valueB), unit, isUTC).getTime();
}
function getDateInterval(approxInterval, daysInMonth) {
	approxInterval /= ONE_DAY;
	return approxInterval > 16 ? 16 : approxInterval > 7.5 ? 7 : approxInterval > 3.5 ? 4 : approxInterval > 1.5 ? 2 : 1;
}
function getMonthInterval(approxInterval) {
	var APPROX_ONE_MONTH = 30 * ONE_DAY;
	approxInterval /= APPROX_ONE_MONTH;
	return approxInterval > 6 ? 6 : approxInterval > 3 ? 3 : approxInterval > 2 ? 2 : 1;
}
function getHourInterval(approxInterval) {
	approxInterval /= ONE_HOUR;
	return approxInterval > 12 ? 12 : approxInterval > 6 ? 6 : approxInterval > 3.5 ? 4 : approxInterval > 2 ? 2 : 1;
}
function getMinutesAndSecondsInterval(approxInterval, isMinutes) {
	approxInterval /= isMinutes ? ONE_MINUTE : ONE_SECOND;
	return approxInterval > 30 ? 30 : approxInterval > 20 ? 20 : approxInterval > 15 ? 15 : approxInterval > 10 ? 10 : approxInterval > 5 ? 5 : approxInterval > 2 ? 2 : 1;
}
function getMillisecondsInterval(approxInterval) {
	return mathMax$1(nice(approxInterval, true), 1);
}
function getFirstTimestampOfUnit(timestamp, unitName, isUTC) {
	var upperUnitIdx = Math.max(0, indexOf(primaryTimeUnits, unitName) - 1);
	return roundTime(new Date(timestamp), primaryTimeUnits[upperUnitIdx], isUTC).getTime();
}
function createEstimateNiceMultiple(setMethodName, dateMethodInterval) {
	var tmpDate = /* @__PURE__ */ new Date(0);
	tmpDate[setMethodName](1);
	var tmpTime = tmpDate.getTime();
	tmpDate[setMethodName](1 + dateMethodInterval);
	var approxTimeInterval = tmpDate.getTime() - tmpTime;
	return function(tickVal, targetValue) {
		return Math.max(0, Math.round((targetValue - tickVal) / approxTimeInterval));
	};
}
function createIntervalTicks(bottomUnitName, approxInterval, isUTC, extent, innermostSpan, brk) {
	var safeLimit = 3e3;
	var unitNames = timeUnits;
	var iter = 0;
	function addTicksInSpan(interval, minTimestamp, maxTimestamp, getMethodName, setMethodName, isDate, out) {
		var estimateNiceMultiple = createEstimateNiceMultiple(setMethodName, interval);
		var dateTime = minTimestamp;
		var date = new Date(dateTime);
		while (dateTime < maxTimestamp && dateTime <= extent[1]) {
			out.push({ value: dateTime });
			if (iter++ > safeLimit) {
				if (process.env.NODE_ENV !== "production") warn("Exceed safe limit in TimeScale[\"getTicks\"].");
				break;
			}
			date[setMethodName](date[getMethodName]() + interval);
			dateTime = date.getTime();
			if (brk) {
				var moreMultiple = brk.calcNiceTickMultiple(dateTime, estimateNiceMultiple);
				if (moreMultiple > 0) {
					date[setMethodName](date[getMethodName]() + moreMultiple * interval);
					dateTime = date.getTime();
				}
			}
		}
		out.push({
			value: dateTime,
			notAdd: dateTime > extent[1]
		});
	}
	function addLevelTicks(unitName, lastLevelTicks, levelTicks) {
		var newAddedTicks = [];
		var isFirstLevel = !lastLevelTicks.length;
		if (isPrimaryUnitValueAndGreaterSame(getPrimaryTimeUnit(unitName), extent[0], extent[1], isUTC)) return;
		if (isFirstLevel) lastLevelTicks = [{ value: getFirstTimestampOfUnit(extent[0], unitName, isUTC) }, { value: extent[1] }];
		for (var i = 0; i < lastLevelTicks.length - 1; i++) {
			var startTick = lastLevelTicks[i].value;
			var endTick = lastLevelTicks[i + 1].value;
			if (startTick === endTick) continue;
			var interval = void 0;
			var getterName = void 0;
			var setterName = void 0;
			var isDate = false;
			switch (unitName) {
				case "year":
					interval = Math.max(1, Math.round(approxInterval / ONE_DAY / 365));
					getterName = fullYearGetterName(isUTC);
					setterName = fullYearSetterName(isUTC);
					break;
				case "half-year":
				case "quarter":
				case "month":
					interval = getMonthInterval(approxInterval);
					getterName = monthGetterName(isUTC);
					setterName = monthSetterName(isUTC);
					break;
				case "week":
				case "half-week":
				case "day":
					interval = getDateInterval(approxInterval, 31);
					getterName = dateGetterName(isUTC);
					setterName = dateSetterName(isUTC);
					isDate = true;
					break;
				case "half-day":
				case "quarter-day":
				case "hour":
					interval = getHourInterval(approxInterval);
					getterName = hoursGetterName(isUTC);
					setterName = hoursSetterName(isUTC);
					break;
				case "minute":
					interval = getMinutesAndSecondsInterval(approxInterval, true);
					getterName = minutesGetterName(isUTC);
					setterName = minutesSetterName(isUTC);
					break;
				case "second":
					interval = getMinutesAndSecondsInterval(approxInterval, false);
					getterName = secondsGetterName(isUTC);
					setterName = secondsSetterName(isUTC);
					break;
				case "millisecond":
					interval = getMillisecondsInterval(approxInterval);
					getterName = millisecondsGetterName(isUTC);
					setterName = millisecondsSetterName(isUTC);
			}
			if (endTick >= extent[0] && startTick <= extent[1]) addTicksInSpan(interval, startTick, endTick, getterName, setterName, isDate, newAddedTicks);
			if (unitName === "year" && levelTicks.length > 1 && i === 0) levelTicks.unshift({ value: levelTicks[0].value - interval });
		}
		for (var i = 0; i < newAddedTicks.length; i++) levelTicks.push(newAddedTicks[i]);
	}
	var levelsTicks = [];
	var currentLevelTicks = [];
	var tickCount = 0;
	var lastLevelTickCount = 0;
	for (var i = 0; i < unitNames.length; ++i) {
		var primaryTimeUnit = getPrimaryTimeUnit(unitNames[i]);
		if (!isPrimaryTimeUnit(unitNames[i])) continue;
		addLevelTicks(unitNames[i], levelsTicks[levelsTicks.length - 1] || [], currentLevelTicks);
		if (primaryTimeUnit !== (unitNames[i + 1] ? getPrimaryTimeUnit(unitNames[i + 1]) : null)) {
			if (currentLevelTicks.length) {
				lastLevelTickCount = tickCount;
				currentLevelTicks.sort(function(a, b) {
					return a.value - b.value;
				});
				var levelTicksRemoveDuplicated = [];
				for (var i_1 = 0; i_1 < currentLevelTicks.length; ++i_1) {
					var tickValue = currentLevelTicks[i_1].value;
					if (i_1 === 0 || currentLevelTicks[i_1 - 1].value !== tickValue) {
						levelTicksRemoveDuplicated.push(currentLevelTicks[i_1]);
						if (tickValue >= extent[0] && tickValue <= extent[1]) tickCount++;
					}
				}
				var targetTickNum = innermostSpan / approxInterval;
				if (tickCount > targetTickNum * 1.5 && lastLevelTickCount > targetTickNum / 1.5) break;
				levelsTicks.push(levelTicksRemoveDuplicated);
				if (tickCount > targetTickNum || bottomUnitName === unitNames[i]) break;
			}
			currentLevelTicks = [];
		}
	}
	var levelsTicksInExtent = filter(map$1(levelsTicks, function(levelTicks) {
		return filter(levelTicks, function(tick) {
			return tick.value >= extent[0] && tick.value <= extent[1] && !tick.notAdd;
		});
	}), function(levelTicks) {
		return levelTicks.length > 0;
	});
	var maxLevel = levelsTicksInExtent.length - 1;
	var ticks = [];
	for (var i = 0; i < levelsTicksInExtent.length; ++i) {
		var levelTicks = levelsTicksInExtent[i];
		for (var k = 0; k < levelTicks.length; ++k) {
			var unit = getUnitFromValue(levelTicks[k].value, isUTC);
			ticks.push({
				value: levelTicks[k].value,
				time: {
					level: maxLevel - i,
					upperTimeUnit: unit,
					lowerTimeUnit: unit
				}
			});
		}
	}
	removeDuplicates(ticks, removeDuplicatesGetKeyFromValueProp, null);
	ticks.sort(function(a, b) {
		return a.value - b.value;
	});
	var currMinTick = ticks[0];
	var currMaxTick = ticks[ticks.length - 1];
	var extent0Unit = getUnitFromValue(extent[0], isUTC);
	var extent1Unit = getUnitFromValue(extent[1], isUTC);
	if (!currMinTick || currMinTick.value > extent[0]) ticks.unshift({
		value: extent[0],
		time: {
			level: 0,
			upperTimeUnit: extent0Unit,
			lowerTimeUnit: extent0Unit
		},
		notNice: true
	});
	if (!currMaxTick || currMaxTick.value < extent[1]) ticks.push({
		value: extent[1],
		time: {
			level: 0,
			upperTimeUnit: extent1Unit,
			lowerTimeUnit: extent1Unit
		},
		notNice: true
	});
	return ticks;
}
var calcNiceForTimeScale = function(scale, opt) {
	var extent = scale.getExtent();
	if (extent[0] === extent[1]) {
		extent[0] -= ONE_DAY;
		extent[1] += ONE_DAY;
	}
	if (extent[1] === -1e400 && extent[0] === 1e400) {
		var d = /* @__PURE__ */ new Date();
		extent[1] = +new Date(d.getFullYear(), d.getMonth(), d.getDate());
		extent[0] = extent[1] - ONE_DAY;
	}
	scale.setExtent(extent[0], extent[1]);
	var splitNumber = ensureValidSplitNumber(opt.splitNumber, 10);
	var approxInterval = getScaleLinearSpanEffective(scale) / splitNumber;
	var minInterval = opt.minInterval;
	var maxInterval = opt.maxInterval;
	if (minInterval != null && approxInterval < minInterval) approxInterval = minInterval;
	if (maxInterval != null && approxInterval > maxInterval) approxInterval = maxInterval;
	var scaleIntervalsLen = scaleIntervals.length;
	var idx = Math.min(bisect(scaleIntervals, approxInterval, 0, scaleIntervalsLen), scaleIntervalsLen - 1);
	var interval = scaleIntervals[idx][1];
	var minLevelUnit = scaleIntervals[Math.max(idx - 1, 0)][0];
	scale.setTimeInterval({
		approxInterval,
		interval,
		minLevelUnit
	});
};
Scale.registerClass(TimeScale);

// node_modules/echarts/lib/scale/Log.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var LOOKUP_IDX_EXTENT_START = 0;
var LOOKUP_IDX_EXTENT_END = 1;
var LOOKUP_IDX_BREAK_START = 2;
/**
* @final NEVER inherit me!
*/
var LogScale = function(_super) {
	__extends(LogScale, _super);
	function LogScale(setting) {
		var _this = _super.call(this) || this;
		_this.type = "log";
		_this.parse = IntervalScale.parse;
		_this.base = setting.logBase || 10;
		var lookupFrom = [];
		var lookupTo = [];
		var lookup = _this._lookup = {
			from: lookupFrom,
			to: lookupTo
		};
		lookupFrom[LOOKUP_IDX_EXTENT_START] = lookupFrom[LOOKUP_IDX_EXTENT_END] = lookupTo[LOOKUP_IDX_EXTENT_START] = lookupTo[LOOKUP_IDX_EXTENT_END] = NaN;
		decorateScaleMapper(_this, LogScale.mapperMethods);
		var scaleBreakHelper = getScaleBreakHelper();
		var breakOption = setting.breakOption;
		var out = { lookup };
		if (scaleBreakHelper) scaleBreakHelper.parseAxisBreakOptionInwardTransform(breakOption, _this, { noNegative: true }, LOOKUP_IDX_BREAK_START, out);
		_this.powStub = new IntervalScale({ breakParsed: out.original });
		_this.intervalStub = new IntervalScale({ breakParsed: out.transformed });
		enableScaleMapperFreeze(_this, _this.intervalStub);
		return _this;
	}
	LogScale.prototype.getTicks = function(opt) {
		var base = this.base;
		var powStub = this.powStub;
		var scaleBreakHelper = getScaleBreakHelper();
		var intervalStub = this.intervalStub;
		var powOpt = { lookup: {
			from: intervalStub.getExtent(),
			to: powStub.getExtent()
		} };
		return map$1(intervalStub.getTicks(opt || {}), function(tick) {
			var val = tick.value;
			var powVal = logScalePowTick(val, base, powOpt);
			var vBreak;
			if (scaleBreakHelper) {
				var brkPowResult = scaleBreakHelper.getTicksBreakOutwardTransform(this, tick, getBreaksUnsafe(powStub), this._lookup);
				if (brkPowResult) {
					vBreak = brkPowResult.vBreak;
					powVal = brkPowResult.tickVal;
				}
			}
			return {
				value: powVal,
				"break": vBreak
			};
		}, this);
	};
	LogScale.prototype.getMinorTicks = function(splitNumber) {
		return getMinorTicks(this, splitNumber, getBreaksUnsafe(this.powStub), this.intervalStub.getConfig().interval);
	};
	LogScale.prototype.getLabel = function(data, opt) {
		return this.intervalStub.getLabel(data, opt);
	};
	LogScale.type = "log";
	LogScale.mapperMethods = {
		needTransform: function() {
			return true;
		},
		normalize: function(val) {
			return this.intervalStub.normalize(logScaleLogTick(val, this.base));
		},
		scale: function(val) {
			return logScalePowTick(this.intervalStub.scale(val), this.base, null);
		},
		transformIn: function(val, opt) {
			val = logScaleLogTick(val, this.base);
			return opt && opt.depth === 2 ? val : this.intervalStub.transformIn(val, opt);
		},
		transformOut: function(val, opt) {
			var depth = opt ? opt.depth : null;
			tmpTransformOutOpt1.depth = depth;
			tmpTransformOutOpt2.lookup = this._lookup;
			return logScalePowTick(depth === 2 ? val : this.intervalStub.transformOut(val, tmpTransformOutOpt1), this.base, tmpTransformOutOpt2);
		},
		contain: function(val) {
			return this.powStub.contain(val);
		},
		/**
		* NOTICE: The caller should ensure `start` and `end` are both non-negative.
		*/
		setExtent: function(start, end) {
			this.setExtent2(0, start, end);
		},
		setExtent2: function(kind, start, end) {
			if (!isValidBoundsForExtent(start, end) || start <= 0 || end <= 0) return;
			var lookupTo = tmpNotUsedArr;
			var lookupFrom = tmpNotUsedArr;
			if (kind === 0) {
				var lookup = this._lookup;
				lookupTo = lookup.to;
				lookupFrom = lookup.from;
			}
			this.powStub.setExtent2(kind, lookupTo[LOOKUP_IDX_EXTENT_START] = start, lookupTo[LOOKUP_IDX_EXTENT_END] = end);
			var base = this.base;
			this.intervalStub.setExtent2(kind, lookupFrom[LOOKUP_IDX_EXTENT_START] = logScaleLogTick(start, base), lookupFrom[LOOKUP_IDX_EXTENT_END] = logScaleLogTick(end, base));
		},
		getFilter: function() {
			return { g: 0 };
		},
		sanitize: function(value, dataExtent) {
			if (isValidBoundsForExtent(dataExtent[0], dataExtent[1]) && isNullableNumberFinite(value) && value <= 0) value = dataExtent[0];
			return value;
		},
		getDefaultStartValue: function() {
			return 1;
		},
		getExtent: function() {
			return this.powStub.getExtent();
		},
		getExtentUnsafe: function(kind, depth) {
			return depth === null ? this.powStub.getExtentUnsafe(kind, null) : this.intervalStub.getExtentUnsafe(kind, depth);
		}
	};
	return LogScale;
}(Scale);
Scale.registerClass(LogScale);
var tmpTransformOutOpt1 = {};
var tmpTransformOutOpt2 = {};
var tmpNotUsedArr = [];

// node_modules/echarts/lib/coord/axisCommonTypes.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var AXIS_TYPES = {
	value: 1,
	category: 1,
	time: 1,
	log: 1
};

// node_modules/echarts/lib/coord/axisHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var axisInner$1 = makeInner();
function determineAxisType(model) {
	var type = model.get("type");
	if (type == null || !hasOwn(AXIS_TYPES, type) && !Scale.getClass(type)) type = "value";
	return type;
}
function createScaleByModel(model, type, coordSysSupportAxisBreaks) {
	var breakHelper = getScaleBreakHelper();
	var breakOption;
	if (breakHelper) breakOption = retrieveAxisBreaksOption(model, type, coordSysSupportAxisBreaks);
	switch (type) {
		case "category": return new OrdinalScale({
			ordinalMeta: model.getOrdinalMeta ? model.getOrdinalMeta() : model.getCategories(),
			extent: initExtentForUnion()
		});
		case "time": return new TimeScale({
			locale: model.ecModel.getLocaleModel(),
			useUTC: model.ecModel.get("useUTC"),
			breakOption
		});
		case "log": return new LogScale({
			logBase: model.get("logBase"),
			breakOption
		});
		case "value": return new IntervalScale({ breakOption });
		default: return new ((Scale.getClass(type)) || IntervalScale)({});
	}
}
/**
* Check if the axis cross a specific value.
*/
function getScaleValuePositionKind(scale, value, considerMappingExtent) {
	var dataExtent = considerMappingExtent ? getScaleExtentForMappingUnsafe(scale, null) : scale.getExtentUnsafe(0, null);
	var min = dataExtent[0];
	var max = dataExtent[1];
	return !isValidBoundsForExtent(min, max) ? 3 : min === value || max === value ? 2 : min < value && max > value ? 1 : 3;
}
var SCALE_VALUE_POSITION_KIND_INSIDE = 1;
var SCALE_VALUE_POSITION_KIND_EDGE = 2;
var SCALE_VALUE_POSITION_KIND_OUTSIDE = 3;
function discourageOnAxisZero(axis) {
	axisInner$1(axis).noOnMyZero = true;
}
/**
* `true`: Prevent orthoganal axes from positioning at the zero point of this axis.
*/
function isOnAxisZeroDiscouraged(axis) {
	return axisInner$1(axis).noOnMyZero;
}
/**
* @param axis
* @return Label formatter function.
*         param: {number} tickValue,
*         param: {number} idx, the index in all ticks.
*                         If category axis, this param is not required.
*         return: {string} label string.
*/
function makeLabelFormatter(axis) {
	var labelFormatter = axis.getLabelModel().get("formatter");
	if (axis.type === "time") {
		var parsed_1 = parseTimeAxisLabelFormatter(labelFormatter);
		return function(tick, idx) {
			return axis.scale.getFormattedLabel(tick, idx, parsed_1);
		};
	} else if (isString(labelFormatter)) return function(tick) {
		var label = axis.scale.getLabel(tick);
		return labelFormatter.replace("{value}", label != null ? label : "");
	};
	else if (isFunction(labelFormatter)) {
		if (axis.type === "category") return function(tick, idx) {
			return labelFormatter(getAxisRawValue(axis, tick), tick.value - axis.scale.getExtent()[0], null);
		};
		var scaleBreakHelper_1 = getScaleBreakHelper();
		return function(tick, idx) {
			var extra = null;
			if (scaleBreakHelper_1) extra = scaleBreakHelper_1.makeAxisLabelFormatterParamBreak(extra, tick["break"]);
			return labelFormatter(getAxisRawValue(axis, tick), idx, extra);
		};
	} else return function(tick) {
		return axis.scale.getLabel(tick);
	};
}
function getAxisRawValue(axis, tick) {
	var scale = axis.scale;
	return isOrdinalScale(scale) ? scale.getLabel(tick) : tick.value;
}
/**
* @param model axisLabelModel or axisTickModel
*/
function getOptionCategoryInterval(model) {
	var interval = model.get("interval");
	return interval == null ? "auto" : interval;
}
/**
* Set `categoryInterval` as 0 implicitly indicates that
* show all labels regardless of overlap.
* @param {Object} axis axisModel.axis
*/
function shouldShowAllLabels(axis) {
	return axis.type === "category" && getOptionCategoryInterval(axis.getLabelModel()) === 0;
}
function getDataDimensionsOnAxis(data, axisDim) {
	var dataDimMap = {};
	each$3(data.mapDimensionsAll(axisDim), function(dataDim) {
		dataDimMap[getStackedDimension(data, dataDim)] = true;
	});
	return keys(dataDimMap);
}
function isNameLocationCenter(nameLocation) {
	return nameLocation === "middle" || nameLocation === "center";
}
function shouldAxisShow(axisModel) {
	return axisModel.getShallow("show");
}
function retrieveAxisBreaksOption(model, axisType, coordSysSupportAxisBreaks) {
	var option = model.get("breaks", true);
	if (option != null) {
		if (!getScaleBreakHelper()) {
			if (process.env.NODE_ENV !== "production") error("Must `import {AxisBreak} from \"echarts/features.js\"; use(AxisBreak);` first if using breaks option.");
			return;
		}
		if (!coordSysSupportAxisBreaks || !isAxisTypeSupportAxisBreak(axisType)) {
			if (process.env.NODE_ENV !== "production") {
				var axisInfo = model instanceof ComponentModel ? " " + model.type + "[" + model.componentIndex + "]" : "";
				error("Axis" + axisInfo + " does not support break.");
			}
			return;
		}
		return option;
	}
}
function isAxisTypeSupportAxisBreak(axisType) {
	return axisType !== "category";
}
function updateIntervalOrLogScaleForNiceOrAligned(scale, fixMinMax, oldIntervalExtent, newIntervalExtent, oldOutermostExtent, cfg) {
	var isTargetLogScale = isLogScale(scale);
	var intervalStub = isTargetLogScale ? scale.intervalStub : scale;
	intervalStub.setExtent(newIntervalExtent[0], newIntervalExtent[1]);
	if (isTargetLogScale) {
		var powStub = scale.powStub;
		var opt = { depth: 2 };
		var minPow = scale.transformOut(newIntervalExtent[0], opt);
		var maxPow = scale.transformOut(newIntervalExtent[1], opt);
		var extentChanged = extentDiffers(oldIntervalExtent, newIntervalExtent);
		if (fixMinMax[0] && !extentChanged[0]) minPow = oldOutermostExtent[0];
		if (fixMinMax[1] && !extentChanged[1]) maxPow = oldOutermostExtent[1];
		powStub.setExtent(minPow, maxPow);
	}
	intervalStub.setConfig(cfg);
}
function getTickValueOutermost(scale, tick) {
	return isOrdinalScale(scale) ? scale.getRawOrdinalNumber(tick.value) : tick.value;
}
function isAxisOnBand(scale, axisModel) {
	return isOrdinalScale(scale) && !!axisModel.get("boundaryGap");
}

// node_modules/echarts/lib/chart/line/LineView.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function isPointsSame(points1, points2) {
	if (points1.length !== points2.length) return;
	for (var i = 0; i < points1.length; i++) if (points1[i] !== points2[i]) return;
	return true;
}
function xyExtentFromPoints(points) {
	var xExtent = initExtentForUnion();
	var yExtent = initExtentForUnion();
	for (var i = 0; i < points.length;) {
		var x = points[i++];
		var y = points[i++];
		if (!isPointIllegal(x, y)) {
			unionExtentFromNumber(xExtent, x);
			unionExtentFromNumber(yExtent, y);
		}
	}
	return [xExtent, yExtent];
}
function getBoundingDiff(points1, points2) {
	var _a = xyExtentFromPoints(points1);
	var xExtent1 = _a[0];
	var yExtent1 = _a[1];
	var _b = xyExtentFromPoints(points2);
	var xExtent2 = _b[0];
	var yExtent2 = _b[1];
	return Math.max(Math.abs(xExtent1[0] - xExtent2[0]), Math.abs(yExtent1[0] - yExtent2[0]), Math.abs(xExtent1[1] - xExtent2[1]), Math.abs(yExtent1[1] - yExtent2[1]));
}
function getSmooth(smooth) {
	return isNumber(smooth) ? smooth : smooth ? .5 : 0;
}
function getStackedOnPoints(coordSys, data, dataCoordInfo) {
	if (dataCoordInfo.valueDim == null) return [];
	var len = data.count();
	var points = createFloat32Array(len * 2);
	for (var idx = 0; idx < len; idx++) {
		var pt = getStackedOnPoint(dataCoordInfo, coordSys, data, idx);
		points[idx * 2] = pt[0];
		points[idx * 2 + 1] = pt[1];
	}
	return points;
}
/**
* Filter the null data and extend data for step considering `stepTurnAt`
*
* @param points data to convert, that may containing null
* @param basePoints base data to reference, used only for areaStyle points
* @param coordSys coordinate system
* @param stepTurnAt 'start' | 'end' | 'middle' | true
* @param connectNulls whether to connect nulls
* @returns converted point positions
*/
function turnPointsIntoStep(points, basePoints, coordSys, stepTurnAt, connectNulls) {
	var baseAxis = coordSys.getBaseAxis();
	var baseIndex = baseAxis.dim === "x" || baseAxis.dim === "radius" ? 0 : 1;
	var stepPoints = [];
	var i = 0;
	var stepPt = [];
	var pt = [];
	var nextPt = [];
	var filteredPoints = [];
	if (connectNulls) {
		for (i = 0; i < points.length; i += 2) {
			/**
			* For areaStyle of stepped lines, `stackedOnPoints` should be
			* filtered the same as `points` so that the base axis values
			* should stay the same as the lines above. See #20021
			*/
			var reference = basePoints || points;
			if (!isPointIllegal(reference[i], reference[i + 1])) filteredPoints.push(points[i], points[i + 1]);
		}
		points = filteredPoints;
	}
	for (i = 0; i < points.length - 2; i += 2) {
		nextPt[0] = points[i + 2];
		nextPt[1] = points[i + 3];
		pt[0] = points[i];
		pt[1] = points[i + 1];
		stepPoints.push(pt[0], pt[1]);
		switch (stepTurnAt) {
			case "end":
				stepPt[baseIndex] = nextPt[baseIndex];
				stepPt[1 - baseIndex] = pt[1 - baseIndex];
				stepPoints.push(stepPt[0], stepPt[1]);
				break;
			case "middle":
				var middle = (pt[baseIndex] + nextPt[baseIndex]) / 2;
				var stepPt2 = [];
				stepPt[baseIndex] = stepPt2[baseIndex] = middle;
				stepPt[1 - baseIndex] = pt[1 - baseIndex];
				stepPt2[1 - baseIndex] = nextPt[1 - baseIndex];
				stepPoints.push(stepPt[0], stepPt[1]);
				stepPoints.push(stepPt2[0], stepPt2[1]);
				break;
			default:
				stepPt[baseIndex] = pt[baseIndex];
				stepPt[1 - baseIndex] = nextPt[1 - baseIndex];
				stepPoints.push(stepPt[0], stepPt[1]);
		}
	}
	stepPoints.push(points[i++], points[i++]);
	return stepPoints;
}
/**
* Clip color stops to edge. Avoid creating too large gradients.
* Which may lead to blurry when GPU acceleration is enabled. See #15680
*
* The stops has been sorted from small to large.
*/
function clipColorStops(colorStops, maxSize) {
	var newColorStops = [];
	var len = colorStops.length;
	var prevOutOfRangeColorStop;
	var prevInRangeColorStop;
	function lerpStop(stop0, stop1, clippedCoord) {
		var coord0 = stop0.coord;
		var p = (clippedCoord - coord0) / (stop1.coord - coord0);
		return {
			coord: clippedCoord,
			color: lerp(p, [stop0.color, stop1.color])
		};
	}
	for (var i = 0; i < len; i++) {
		var stop_1 = colorStops[i];
		var coord = stop_1.coord;
		if (coord < 0) prevOutOfRangeColorStop = stop_1;
		else if (coord > maxSize) {
			if (prevInRangeColorStop) newColorStops.push(lerpStop(prevInRangeColorStop, stop_1, maxSize));
			else if (prevOutOfRangeColorStop) newColorStops.push(lerpStop(prevOutOfRangeColorStop, stop_1, 0), lerpStop(prevOutOfRangeColorStop, stop_1, maxSize));
			break;
		} else {
			if (prevOutOfRangeColorStop) {
				newColorStops.push(lerpStop(prevOutOfRangeColorStop, stop_1, 0));
				prevOutOfRangeColorStop = null;
			}
			newColorStops.push(stop_1);
			prevInRangeColorStop = stop_1;
		}
	}
	return newColorStops;
}
function getVisualGradient(data, coordSys, api) {
	var visualMetaList = data.getVisual("visualMeta");
	if (!visualMetaList || !visualMetaList.length || !data.count()) return;
	if (coordSys.type !== "cartesian2d") {
		if (process.env.NODE_ENV !== "production") console.warn("Visual map on line style is only supported on cartesian2d.");
		return;
	}
	var coordDim;
	var visualMeta;
	for (var i = visualMetaList.length - 1; i >= 0; i--) {
		var dimInfo = data.getDimensionInfo(visualMetaList[i].dimension);
		coordDim = dimInfo && dimInfo.coordDim;
		if (coordDim === "x" || coordDim === "y") {
			visualMeta = visualMetaList[i];
			break;
		}
	}
	if (!visualMeta) {
		if (process.env.NODE_ENV !== "production") console.warn("Visual map on line style only support x or y dimension.");
		return;
	}
	var axis = coordSys.getAxis(coordDim);
	var colorStops = map$1(visualMeta.stops, function(stop) {
		return {
			coord: axis.toGlobalCoord(axis.dataToCoord(stop.value)),
			color: stop.color
		};
	});
	var stopLen = colorStops.length;
	var outerColors = visualMeta.outerColors.slice();
	if (stopLen && colorStops[0].coord > colorStops[stopLen - 1].coord) {
		colorStops.reverse();
		outerColors.reverse();
	}
	var colorStopsInRange = clipColorStops(colorStops, coordDim === "x" ? api.getWidth() : api.getHeight());
	var inRangeStopLen = colorStopsInRange.length;
	if (!inRangeStopLen && stopLen) return colorStops[0].coord < 0 ? outerColors[1] ? outerColors[1] : colorStops[stopLen - 1].color : outerColors[0] ? outerColors[0] : colorStops[0].color;
	var tinyExtent = 10;
	var minCoord = colorStopsInRange[0].coord - tinyExtent;
	var maxCoord = colorStopsInRange[inRangeStopLen - 1].coord + tinyExtent;
	var coordSpan = maxCoord - minCoord;
	if (coordSpan < .001) return "transparent";
	each$3(colorStopsInRange, function(stop) {
		stop.offset = (stop.coord - minCoord) / coordSpan;
	});
	colorStopsInRange.push({
		offset: inRangeStopLen ? colorStopsInRange[inRangeStopLen - 1].offset : .5,
		color: outerColors[1] || "transparent"
	});
	colorStopsInRange.unshift({
		offset: inRangeStopLen ? colorStopsInRange[0].offset : .5,
		color: outerColors[0] || "transparent"
	});
	var gradient = new LinearGradient(0, 0, 0, 0, colorStopsInRange, true);
	gradient[coordDim] = minCoord;
	gradient[coordDim + "2"] = maxCoord;
	return gradient;
}
function getIsIgnoreFunc(seriesModel, data, coordSys) {
	var showAllSymbol = seriesModel.get("showAllSymbol");
	var isAuto = showAllSymbol === "auto";
	if (showAllSymbol && !isAuto) return;
	var categoryAxis = coordSys.getAxesByScale("ordinal")[0];
	if (!categoryAxis) return;
	if (isAuto && canShowAllSymbolForCategory(categoryAxis, data)) return;
	var categoryDataDim = data.mapDimension(categoryAxis.dim);
	var labelMap = {};
	each$3(categoryAxis.getViewLabels(), function(labelItem) {
		if (!labelItem.tick.offInterval) labelMap[getTickValueOutermost(categoryAxis.scale, labelItem.tick)] = 1;
	});
	return function(dataIndex) {
		return !labelMap.hasOwnProperty(data.get(categoryDataDim, dataIndex));
	};
}
function canShowAllSymbolForCategory(categoryAxis, data) {
	var axisExtent = categoryAxis.getExtent();
	var availSize = Math.abs(axisExtent[1] - axisExtent[0]) / categoryAxis.scale.count();
	isNaN(availSize) && (availSize = 0);
	var dataLen = data.count();
	var step = Math.max(1, Math.round(dataLen / 5));
	for (var dataIndex = 0; dataIndex < dataLen; dataIndex += step) if (Symbol.getSymbolSize(data, dataIndex)[categoryAxis.isHorizontal() ? 1 : 0] * 1.5 > availSize) return false;
	return true;
}
function getLastIndexNotNull(points) {
	var len = points.length / 2;
	for (; len > 0; len--) if (!isPointIllegal(points[len * 2 - 2], points[len * 2 - 1])) break;
	return len - 1;
}
function getPointAtIndex(points, idx) {
	return [points[idx * 2], points[idx * 2 + 1]];
}
function getIndexRange(points, xOrY, dim) {
	var len = points.length / 2;
	var dimIdx = dim === "x" ? 0 : 1;
	var a;
	var b;
	var prevIndex = 0;
	var nextIndex = -1;
	for (var i = 0; i < len; i++) {
		b = points[i * 2 + dimIdx];
		if (isPointIllegal(b, points[i * 2 + 1 - dimIdx])) continue;
		if (i === 0) {
			a = b;
			continue;
		}
		if (a <= xOrY && b >= xOrY || a >= xOrY && b <= xOrY) {
			nextIndex = i;
			break;
		}
		prevIndex = i;
		a = b;
	}
	return {
		range: [prevIndex, nextIndex],
		t: (xOrY - a) / (b - a)
	};
}
function anyStateShowEndLabel(seriesModel) {
	if (seriesModel.get(["endLabel", "show"])) return true;
	for (var i = 0; i < SPECIAL_STATES.length; i++) if (seriesModel.get([
		SPECIAL_STATES[i],
		"endLabel",
		"show"
	])) return true;
	return false;
}
function createLineClipPath(lineView, coordSys, hasAnimation, seriesModel) {
	if (isCoordinateSystemType(coordSys, "cartesian2d")) {
		var endLabelModel_1 = seriesModel.getModel("endLabel");
		var valueAnimation_1 = endLabelModel_1.get("valueAnimation");
		var data_1 = seriesModel.getData();
		var labelAnimationRecord_1 = { lastFrameIndex: 0 };
		var during = anyStateShowEndLabel(seriesModel) ? function(percent, clipRect) {
			lineView._endLabelOnDuring(percent, clipRect, data_1, labelAnimationRecord_1, valueAnimation_1, endLabelModel_1, coordSys);
		} : null;
		var isHorizontal = coordSys.getBaseAxis().isHorizontal();
		var clipPath = createGridClipPath(coordSys, hasAnimation, seriesModel, function() {
			var endLabel = lineView._endLabel;
			if (endLabel && hasAnimation) {
				if (labelAnimationRecord_1.originalX != null) endLabel.attr({
					x: labelAnimationRecord_1.originalX,
					y: labelAnimationRecord_1.originalY
				});
			}
		}, during);
		if (!seriesModel.get("clip", true)) {
			var rectShape = clipPath.shape;
			var expandSize = Math.max(rectShape.width, rectShape.height);
			if (isHorizontal) {
				rectShape.y -= expandSize;
				rectShape.height += expandSize * 2;
			} else {
				rectShape.x -= expandSize;
				rectShape.width += expandSize * 2;
			}
		}
		if (during) during(1, clipPath);
		return clipPath;
	} else {
		if (process.env.NODE_ENV !== "production") {
			if (seriesModel.get(["endLabel", "show"])) console.warn("endLabel is not supported for lines in polar systems.");
		}
		return createPolarClipPath(coordSys, hasAnimation, seriesModel);
	}
}
function getEndLabelStateSpecified(endLabelModel, coordSys) {
	var baseAxis = coordSys.getBaseAxis();
	var isHorizontal = baseAxis.isHorizontal();
	var isBaseInversed = baseAxis.inverse;
	var align = isHorizontal ? isBaseInversed ? "right" : "left" : "center";
	var verticalAlign = isHorizontal ? "middle" : isBaseInversed ? "top" : "bottom";
	return { normal: {
		align: endLabelModel.get("align") || align,
		verticalAlign: endLabelModel.get("verticalAlign") || verticalAlign
	} };
}
var LineView = function(_super) {
	__extends(LineView, _super);
	function LineView() {
		return _super !== null && _super.apply(this, arguments) || this;
	}
	LineView.prototype.init = function() {
		var lineGroup = new Group();
		var symbolDraw = new SymbolDraw();
		this.group.add(symbolDraw.group);
		this._symbolDraw = symbolDraw;
		this._lineGroup = lineGroup;
		this._changePolyState = bind$1(this._changePolyState, this);
	};
	LineView.prototype.render = function(seriesModel, ecModel, api) {
		var coordSys = seriesModel.coordinateSystem;
		var group = this.group;
		var data = seriesModel.getData();
		var lineStyleModel = seriesModel.getModel("lineStyle");
		var areaStyleModel = seriesModel.getModel("areaStyle");
		var points = data.getLayout("points") || [];
		var isCoordSysPolar = coordSys.type === "polar";
		var prevCoordSys = this._coordSys;
		var symbolDraw = this._symbolDraw;
		var polyline = this._polyline;
		var polygon = this._polygon;
		var lineGroup = this._lineGroup;
		var hasAnimation = !ecModel.ssr && seriesModel.get("animation");
		var isAreaChart = !areaStyleModel.isEmpty();
		var valueOrigin = areaStyleModel.get("origin");
		var dataCoordInfo = prepareDataCoordInfo(coordSys, data, valueOrigin);
		var stackedOnPoints = isAreaChart && getStackedOnPoints(coordSys, data, dataCoordInfo);
		var showSymbol = seriesModel.get("showSymbol");
		var connectNulls = seriesModel.get("connectNulls");
		var isIgnoreFunc = showSymbol && !isCoordSysPolar && getIsIgnoreFunc(seriesModel, data, coordSys);
		var oldData = this._data;
		oldData && oldData.eachItemGraphicEl(function(el, idx) {
			if (el.__temp) {
				group.remove(el);
				oldData.setItemGraphicEl(idx, null);
			}
		});
		if (!showSymbol) symbolDraw.remove();
		group.add(lineGroup);
		var step = !isCoordSysPolar ? seriesModel.get("step") : false;
		var clipShapeForSymbol;
		if (coordSys && coordSys.getArea && seriesModel.get("clip", true)) {
			clipShapeForSymbol = coordSys.getArea();
			if (clipShapeForSymbol.width != null) {
				clipShapeForSymbol.x -= .1;
				clipShapeForSymbol.y -= .1;
				clipShapeForSymbol.width += .2;
				clipShapeForSymbol.height += .2;
			} else if (clipShapeForSymbol.r0) {
				clipShapeForSymbol.r0 -= .5;
				clipShapeForSymbol.r += .5;
			}
		}
		this._clipShapeForSymbol = clipShapeForSymbol;
		var visualColor = getVisualGradient(data, coordSys, api) || data.getVisual("style")[data.getVisual("drawType")];
		if (!(polyline && prevCoordSys.type === coordSys.type && step === this._step)) {
			showSymbol && symbolDraw.updateData(data, {
				isIgnore: isIgnoreFunc,
				clipShape: clipShapeForSymbol,
				disableAnimation: true,
				getSymbolPoint: function(idx) {
					return [points[idx * 2], points[idx * 2 + 1]];
				}
			});
			hasAnimation && this._initSymbolLabelAnimation(data, coordSys, clipShapeForSymbol);
			if (step) {
				if (stackedOnPoints) stackedOnPoints = turnPointsIntoStep(stackedOnPoints, points, coordSys, step, connectNulls);
				points = turnPointsIntoStep(points, null, coordSys, step, connectNulls);
			}
			polyline = this._newPolyline(points);
			if (isAreaChart) polygon = this._newPolygon(points, stackedOnPoints);
			else if (polygon) {
				lineGroup.remove(polygon);
				polygon = this._polygon = null;
			}
			if (!isCoordSysPolar) this._initOrUpdateEndLabel(seriesModel, coordSys, convertToColorString(visualColor));
			lineGroup.setClipPath(createLineClipPath(this, coordSys, true, seriesModel));
		} else {
			if (isAreaChart && !polygon) polygon = this._newPolygon(points, stackedOnPoints);
			else if (polygon && !isAreaChart) {
				lineGroup.remove(polygon);
				polygon = this._polygon = null;
			}
			if (!isCoordSysPolar) this._initOrUpdateEndLabel(seriesModel, coordSys, convertToColorString(visualColor));
			var oldClipPath = lineGroup.getClipPath();
			if (oldClipPath) {
				var newClipPath = createLineClipPath(this, coordSys, false, seriesModel);
				initProps(oldClipPath, { shape: newClipPath.shape }, seriesModel);
			} else lineGroup.setClipPath(createLineClipPath(this, coordSys, true, seriesModel));
			showSymbol && symbolDraw.updateData(data, {
				isIgnore: isIgnoreFunc,
				clipShape: clipShapeForSymbol,
				disableAnimation: true,
				getSymbolPoint: function(idx) {
					return [points[idx * 2], points[idx * 2 + 1]];
				}
			});
			if (!isPointsSame(this._stackedOnPoints, stackedOnPoints) || !isPointsSame(this._points, points)) {
				if (hasAnimation) this._doUpdateAnimation(data, stackedOnPoints, coordSys, api, step, valueOrigin, connectNulls);
				else {
					if (step) {
						if (stackedOnPoints) stackedOnPoints = turnPointsIntoStep(stackedOnPoints, points, coordSys, step, connectNulls);
						points = turnPointsIntoStep(points, null, coordSys, step, connectNulls);
					}
					polyline.setShape({ points });
					polygon && polygon.setShape({
						points,
						stackedOnPoints
					});
				}
			}
		}
		var emphasisModel = seriesModel.getModel("emphasis");
		var focus = emphasisModel.get("focus");
		var blurScope = emphasisModel.get("blurScope");
		var emphasisDisabled = emphasisModel.get("disabled");
		polyline.useStyle(defaults(lineStyleModel.getLineStyle(), {
			fill: "none",
			stroke: visualColor,
			lineJoin: "bevel"
		}));
		setStatesStylesFromModel(polyline, seriesModel, "lineStyle");
		if (polyline.style.lineWidth > 0 && seriesModel.get([
			"emphasis",
			"lineStyle",
			"width"
		]) === "bolder") {
			var emphasisLineStyle = polyline.getState("emphasis").style;
			emphasisLineStyle.lineWidth = +polyline.style.lineWidth + 1;
		}
		getECData(polyline).seriesIndex = seriesModel.seriesIndex;
		toggleHoverEmphasis(polyline, focus, blurScope, emphasisDisabled);
		var smooth = getSmooth(seriesModel.get("smooth"));
		var smoothMonotone = seriesModel.get("smoothMonotone");
		polyline.setShape({
			smooth,
			smoothMonotone,
			connectNulls
		});
		if (polygon) {
			var stackedOnSeries = data.getCalculationInfo("stackedOnSeries");
			var stackedOnSmooth = 0;
			polygon.useStyle(defaults(areaStyleModel.getAreaStyle(), {
				fill: visualColor,
				opacity: .7,
				lineJoin: "bevel",
				decal: data.getVisual("style").decal
			}));
			if (stackedOnSeries) stackedOnSmooth = getSmooth(stackedOnSeries.get("smooth"));
			polygon.setShape({
				smooth,
				stackedOnSmooth,
				smoothMonotone,
				connectNulls
			});
			setStatesStylesFromModel(polygon, seriesModel, "areaStyle");
			getECData(polygon).seriesIndex = seriesModel.seriesIndex;
			toggleHoverEmphasis(polygon, focus, blurScope, emphasisDisabled);
		}
		var changePolyState = this._changePolyState;
		data.eachItemGraphicEl(function(el) {
			el && (el.onHoverStateChange = changePolyState);
		});
		this._polyline.onHoverStateChange = changePolyState;
		this._data = data;
		this._coordSys = coordSys;
		this._stackedOnPoints = stackedOnPoints;
		this._points = points;
		this._step = step;
		this._valueOrigin = valueOrigin;
		var triggerEvent = seriesModel.get("triggerEvent");
		var triggerLineEvent = seriesModel.get("triggerLineEvent");
		if (process.env.NODE_ENV !== "production") triggerLineEvent && warnDeprecated("triggerLineEvent", "Use the `triggerEvent` option instead.");
		var shouldTriggerLineEvent = triggerLineEvent === true || triggerEvent === true || triggerEvent === "line";
		var shouldTriggerAreaEvent = triggerLineEvent === true || triggerEvent === true || triggerEvent === "area";
		this.packEventData(seriesModel, polyline, shouldTriggerLineEvent);
		polygon && this.packEventData(seriesModel, polygon, shouldTriggerAreaEvent);
	};
	LineView.prototype.packEventData = function(seriesModel, el, enable) {
		getECData(el).eventData = enable ? {
			componentType: "series",
			componentSubType: "line",
			componentIndex: seriesModel.componentIndex,
			seriesIndex: seriesModel.seriesIndex,
			seriesName: seriesModel.name,
			seriesType: "line",
			selfType: el === this._polygon ? "area" : "line"
		} : null;
	};
	LineView.prototype.highlight = function(seriesModel, ecModel, api, payload) {
		var data = seriesModel.getData();
		var dataIndex = queryDataIndex(data, payload);
		this._changePolyState("emphasis");
		if (!(dataIndex instanceof Array) && dataIndex != null && dataIndex >= 0) {
			var points = data.getLayout("points");
			var symbol = data.getItemGraphicEl(dataIndex);
			if (!symbol) {
				var x = points[dataIndex * 2];
				var y = points[dataIndex * 2 + 1];
				if (isPointIllegal(x, y)) return;
				if (this._clipShapeForSymbol && !this._clipShapeForSymbol.contain(x, y)) return;
				var zlevel = seriesModel.get("zlevel") || 0;
				var z = seriesModel.get("z") || 0;
				symbol = new Symbol(data, dataIndex);
				symbol.x = x;
				symbol.y = y;
				symbol.setZ(zlevel, z);
				var symbolLabel = symbol.getSymbolPath().getTextContent();
				if (symbolLabel) {
					symbolLabel.zlevel = zlevel;
					symbolLabel.z = z;
					symbolLabel.z2 = this._polyline.z2 + 1;
				}
				symbol.__temp = true;
				data.setItemGraphicEl(dataIndex, symbol);
				symbol.stopSymbolAnimation(true);
				this.group.add(symbol);
			}
			symbol.highlight();
		} else ChartView.prototype.highlight.call(this, seriesModel, ecModel, api, payload);
	};
	LineView.prototype.downplay = function(seriesModel, ecModel, api, payload) {
		var data = seriesModel.getData();
		var dataIndex = queryDataIndex(data, payload);
		this._changePolyState("normal");
		if (dataIndex != null && dataIndex >= 0) {
			var symbol = data.getItemGraphicEl(dataIndex);
			if (symbol) {
				if (symbol.__temp) {
					data.setItemGraphicEl(dataIndex, null);
					this.group.remove(symbol);
				} else symbol.downplay();
			}
		} else ChartView.prototype.downplay.call(this, seriesModel, ecModel, api, payload);
	};
	LineView.prototype._changePolyState = function(toState) {
		var polygon = this._polygon;
		setStatesFlag(this._polyline, toState);
		polygon && setStatesFlag(polygon, toState);
	};
	LineView.prototype._newPolyline = function(points) {
		var polyline = this._polyline;
		if (polyline) this._lineGroup.remove(polyline);
		polyline = new ECPolyline({
			shape: { points },
			segmentIgnoreThreshold: 2,
			z2: 10
		});
		this._lineGroup.add(polyline);
		this._polyline = polyline;
		return polyline;
	};
	LineView.prototype._newPolygon = function(points, stackedOnPoints) {
		var polygon = this._polygon;
		if (polygon) this._lineGroup.remove(polygon);
		polygon = new ECPolygon({
			shape: {
				points,
				stackedOnPoints
			},
			segmentIgnoreThreshold: 2
		});
		this._lineGroup.add(polygon);
		this._polygon = polygon;
		return polygon;
	};
	LineView.prototype._initSymbolLabelAnimation = function(data, coordSys, clipShape) {
		var isHorizontalOrRadial;
		var isCoordSysPolar;
		var baseAxis = coordSys.getBaseAxis();
		var isAxisInverse = baseAxis.inverse;
		if (coordSys.type === "cartesian2d") {
			isHorizontalOrRadial = baseAxis.isHorizontal();
			isCoordSysPolar = false;
		} else if (coordSys.type === "polar") {
			isHorizontalOrRadial = baseAxis.dim === "angle";
			isCoordSysPolar = true;
		}
		var seriesModel = data.hostModel;
		var seriesDuration = seriesModel.get("animationDuration");
		if (isFunction(seriesDuration)) seriesDuration = seriesDuration(null);
		var seriesDelay = seriesModel.get("animationDelay") || 0;
		var seriesDelayValue = isFunction(seriesDelay) ? seriesDelay(null) : seriesDelay;
		data.eachItemGraphicEl(function(symbol, idx) {
			var el = symbol;
			if (el) {
				var point = [symbol.x, symbol.y];
				var start = void 0;
				var end = void 0;
				var current = void 0;
				if (clipShape) {
					if (isCoordSysPolar) {
						var polarClip = clipShape;
						var coord = coordSys.pointToCoord(point);
						if (isHorizontalOrRadial) {
							start = polarClip.startAngle;
							end = polarClip.endAngle;
							current = -coord[1] / 180 * Math.PI;
						} else {
							start = polarClip.r0;
							end = polarClip.r;
							current = coord[0];
						}
					} else {
						var gridClip = clipShape;
						if (isHorizontalOrRadial) {
							start = gridClip.x;
							end = gridClip.x + gridClip.width;
							current = symbol.x;
						} else {
							start = gridClip.y + gridClip.height;
							end = gridClip.y;
							current = symbol.y;
						}
					}
				}
				var ratio = end === start ? 0 : (current - start) / (end - start);
				if (isAxisInverse) ratio = 1 - ratio;
				var delay = isFunction(seriesDelay) ? seriesDelay(idx) : seriesDuration * ratio + seriesDelayValue;
				var symbolPath = el.getSymbolPath();
				var text = symbolPath.getTextContent();
				el.attr({
					scaleX: 0,
					scaleY: 0
				});
				el.animateTo({
					scaleX: 1,
					scaleY: 1
				}, {
					duration: 200,
					setToFinal: true,
					delay
				});
				if (text) text.animateFrom({ style: { opacity: 0 } }, {
					duration: 300,
					delay
				});
				symbolPath.disableLabelAnimation = true;
			}
		});
	};
	LineView.prototype._initOrUpdateEndLabel = function(seriesModel, coordSys, inheritColor) {
		var endLabelModel = seriesModel.getModel("endLabel");
		if (anyStateShowEndLabel(seriesModel)) {
			var data_2 = seriesModel.getData();
			var polyline = this._polyline;
			var points = data_2.getLayout("points");
			if (!points) {
				polyline.removeTextContent();
				this._endLabel = null;
				return;
			}
			var endLabel = this._endLabel;
			if (!endLabel) {
				endLabel = this._endLabel = new ZRText({ z2: 200 });
				endLabel.ignoreClip = true;
				polyline.setTextContent(this._endLabel);
				polyline.disableLabelAnimation = true;
			}
			var dataIndex = getLastIndexNotNull(points);
			if (dataIndex >= 0) {
				setLabelStyle(polyline, getLabelStatesModels(seriesModel, "endLabel"), {
					inheritColor,
					labelFetcher: seriesModel,
					labelDataIndex: dataIndex,
					defaultText: function(dataIndex, opt, interpolatedValue) {
						return interpolatedValue != null ? getDefaultInterpolatedLabel(data_2, interpolatedValue) : getDefaultLabel(data_2, dataIndex);
					},
					enableTextSetter: true
				}, getEndLabelStateSpecified(endLabelModel, coordSys));
				polyline.textConfig.position = null;
			}
		} else if (this._endLabel) {
			this._polyline.removeTextContent();
			this._endLabel = null;
		}
	};
	LineView.prototype._endLabelOnDuring = function(percent, clipRect, data, animationRecord, valueAnimation, endLabelModel, coordSys) {
		var endLabel = this._endLabel;
		var polyline = this._polyline;
		if (endLabel) {
			if (percent < 1 && animationRecord.originalX == null) {
				animationRecord.originalX = endLabel.x;
				animationRecord.originalY = endLabel.y;
			}
			var points = data.getLayout("points");
			var seriesModel = data.hostModel;
			var connectNulls = seriesModel.get("connectNulls");
			var precision = endLabelModel.get("precision");
			var distance = endLabelModel.get("distance") || 0;
			var baseAxis = coordSys.getBaseAxis();
			var isHorizontal = baseAxis.isHorizontal();
			var isBaseInversed = baseAxis.inverse;
			var clipShape = clipRect.shape;
			var xOrY = isBaseInversed ? isHorizontal ? clipShape.x : clipShape.y + clipShape.height : isHorizontal ? clipShape.x + clipShape.width : clipShape.y;
			var distanceX = (isHorizontal ? distance : 0) * (isBaseInversed ? -1 : 1);
			var distanceY = (isHorizontal ? 0 : -distance) * (isBaseInversed ? -1 : 1);
			var dim = isHorizontal ? "x" : "y";
			var dataIndexRange = getIndexRange(points, xOrY, dim);
			var indices = dataIndexRange.range;
			var diff = indices[1] - indices[0];
			var value = void 0;
			if (diff >= 1) {
				if (diff > 1 && !connectNulls) {
					var pt = getPointAtIndex(points, indices[0]);
					endLabel.attr({
						x: pt[0] + distanceX,
						y: pt[1] + distanceY
					});
					valueAnimation && (value = seriesModel.getRawValue(indices[0]));
				} else {
					var pt = polyline.getPointOn(xOrY, dim);
					pt && endLabel.attr({
						x: pt[0] + distanceX,
						y: pt[1] + distanceY
					});
					var startValue = seriesModel.getRawValue(indices[0]);
					var endValue = seriesModel.getRawValue(indices[1]);
					valueAnimation && (value = interpolateRawValues(data, precision, startValue, endValue, dataIndexRange.t));
				}
				animationRecord.lastFrameIndex = indices[0];
			} else {
				var idx = percent === 1 || animationRecord.lastFrameIndex > 0 ? indices[0] : 0;
				var pt = getPointAtIndex(points, idx);
				valueAnimation && (value = seriesModel.getRawValue(idx));
				endLabel.attr({
					x: pt[0] + distanceX,
					y: pt[1] + distanceY
				});
			}
			if (valueAnimation) {
				var inner = labelInner(endLabel);
				if (typeof inner.setLabelText === "function") inner.setLabelText(value);
			}
		}
	};
	/**
	* @private
	*/
	LineView.prototype._doUpdateAnimation = function(data, stackedOnPoints, coordSys, api, step, valueOrigin, connectNulls) {
		var polyline = this._polyline;
		var polygon = this._polygon;
		var seriesModel = data.hostModel;
		var diff = lineAnimationDiff(this._data, data, this._stackedOnPoints, stackedOnPoints, this._coordSys, coordSys, this._valueOrigin, valueOrigin);
		var current = diff.current;
		var stackedOnCurrent = diff.stackedOnCurrent;
		var next = diff.next;
		var stackedOnNext = diff.stackedOnNext;
		if (step) {
			stackedOnCurrent = turnPointsIntoStep(diff.stackedOnCurrent, diff.current, coordSys, step, connectNulls);
			current = turnPointsIntoStep(diff.current, null, coordSys, step, connectNulls);
			stackedOnNext = turnPointsIntoStep(diff.stackedOnNext, diff.next, coordSys, step, connectNulls);
			next = turnPointsIntoStep(diff.next, null, coordSys, step, connectNulls);
		}
		if (getBoundingDiff(current, next) > 3e3 || polygon && getBoundingDiff(stackedOnCurrent, stackedOnNext) > 3e3) {
			polyline.stopAnimation();
			polyline.setShape({ points: next });
			if (polygon) {
				polygon.stopAnimation();
				polygon.setShape({
					points: next,
					stackedOnPoints: stackedOnNext
				});
			}
			return;
		}
		polyline.shape.__points = diff.current;
		polyline.shape.points = current;
		var target = { shape: { points: next } };
		if (diff.current !== current) target.shape.__points = diff.next;
		polyline.stopAnimation();
		updateProps$1(polyline, target, seriesModel);
		if (polygon) {
			polygon.setShape({
				points: current,
				stackedOnPoints: stackedOnCurrent
			});
			polygon.stopAnimation();
			updateProps$1(polygon, { shape: { stackedOnPoints: stackedOnNext } }, seriesModel);
			if (polyline.shape.points !== polygon.shape.points) polygon.shape.points = polyline.shape.points;
		}
		var updatedDataInfo = [];
		var diffStatus = diff.status;
		for (var i = 0; i < diffStatus.length; i++) if (diffStatus[i].cmd === "=") {
			var el = data.getItemGraphicEl(diffStatus[i].idx1);
			if (el) updatedDataInfo.push({
				el,
				ptIdx: i
			});
		}
		if (polyline.animators && polyline.animators.length) polyline.animators[0].during(function() {
			polygon && polygon.dirtyShape();
			var points = polyline.shape.__points;
			for (var i = 0; i < updatedDataInfo.length; i++) {
				var el = updatedDataInfo[i].el;
				var offset = updatedDataInfo[i].ptIdx * 2;
				el.x = points[offset];
				el.y = points[offset + 1];
				el.markRedraw();
			}
		});
	};
	LineView.prototype.remove = function(ecModel) {
		var group = this.group;
		var oldData = this._data;
		this._lineGroup.removeAll();
		this._symbolDraw.remove(true);
		oldData && oldData.eachItemGraphicEl(function(el, idx) {
			if (el.__temp) {
				group.remove(el);
				oldData.setItemGraphicEl(idx, null);
			}
		});
		this._polyline = this._polygon = this._coordSys = this._points = this._stackedOnPoints = this._endLabel = this._data = null;
	};
	LineView.type = "line";
	return LineView;
}(ChartView);

// node_modules/echarts/lib/layout/points.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function pointsLayout(seriesType, forceStoreInTypedArray) {
	return {
		seriesType,
		plan: createRenderPlanner(),
		reset: function(seriesModel) {
			var data = seriesModel.getData();
			var coordSys = seriesModel.coordinateSystem;
			var pipelineContext = seriesModel.pipelineContext;
			var useTypedArray = forceStoreInTypedArray || pipelineContext.large;
			if (!coordSys) return;
			var dims = map$1(coordSys.dimensions, function(dim) {
				return data.mapDimension(dim);
			}).slice(0, 2);
			var dimLen = dims.length;
			var stackResultDim = data.getCalculationInfo("stackResultDimension");
			if (isDimensionStacked(data, dims[0])) dims[0] = stackResultDim;
			if (isDimensionStacked(data, dims[1])) dims[1] = stackResultDim;
			var store = data.getStore();
			var dimIdx0 = data.getDimensionIndex(dims[0]);
			var dimIdx1 = data.getDimensionIndex(dims[1]);
			return dimLen && { progress: function(params, data) {
				var segCount = params.end - params.start;
				var points = useTypedArray && createFloat32Array(segCount * dimLen);
				var tmpIn = [];
				var tmpOut = [];
				for (var i = params.start, offset = 0; i < params.end; i++) {
					var point = void 0;
					if (dimLen === 1) {
						var x = store.get(dimIdx0, i);
						point = coordSys.dataToPoint(x, null, tmpOut);
					} else {
						tmpIn[0] = store.get(dimIdx0, i);
						tmpIn[1] = store.get(dimIdx1, i);
						point = coordSys.dataToPoint(tmpIn, null, tmpOut);
					}
					if (useTypedArray) {
						points[offset++] = point[0];
						points[offset++] = point[1];
					} else data.setItemLayout(i, point.slice());
				}
				if (useTypedArray) {
					data.setLayout("points", points);
					data.setLayout("pointsRange", {
						start: params.start,
						end: params.end
					});
				}
			} };
		}
	};
}

// node_modules/echarts/lib/processor/dataSample.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var samplers = {
	average: function(frame) {
		var sum = 0;
		var count = 0;
		for (var i = 0; i < frame.length; i++) if (!isNaN(frame[i])) {
			sum += frame[i];
			count++;
		}
		return count === 0 ? NaN : sum / count;
	},
	sum: function(frame) {
		var sum = 0;
		for (var i = 0; i < frame.length; i++) sum += frame[i] || 0;
		return sum;
	},
	max: function(frame) {
		var max = -1e400;
		for (var i = 0; i < frame.length; i++) frame[i] > max && (max = frame[i]);
		return isFinite(max) ? max : NaN;
	},
	min: function(frame) {
		var min = 1e400;
		for (var i = 0; i < frame.length; i++) frame[i] < min && (min = frame[i]);
		return isFinite(min) ? min : NaN;
	},
	nearest: function(frame) {
		return frame[0];
	}
};
var indexSampler = function(frame) {
	return Math.round(frame.length / 2);
};
function dataSample(seriesType) {
	return {
		seriesType,
		reset: function(seriesModel, ecModel, api) {
			var data = seriesModel.getData();
			var sampling = seriesModel.get("sampling");
			var coordSys = seriesModel.coordinateSystem;
			var count = data.count();
			if (count > 10 && coordSys.type === "cartesian2d" && sampling) {
				var baseAxis = coordSys.getBaseAxis();
				var valueAxis = coordSys.getOtherAxis(baseAxis);
				var extent = baseAxis.getExtent();
				var dpr = api.getDevicePixelRatio();
				var size = Math.abs(extent[1] - extent[0]) * (dpr || 1);
				var rate = Math.round(count / size);
				if (isFinite(rate) && rate > 1) {
					if (sampling === "lttb") seriesModel.setData(data.lttbDownSample(data.mapDimension(valueAxis.dim), 1 / rate));
					else if (sampling === "minmax") seriesModel.setData(data.minmaxDownSample(data.mapDimension(valueAxis.dim), 1 / rate));
					var sampler = void 0;
					if (isString(sampling)) sampler = samplers[sampling];
					else if (isFunction(sampling)) sampler = sampling;
					if (sampler) seriesModel.setData(data.downSample(data.mapDimension(valueAxis.dim), 1 / rate, sampler, indexSampler));
				}
			}
		}
	};
}

// node_modules/echarts/lib/chart/line/install.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function install$6(registers) {
	registers.registerChartView(LineView);
	registers.registerSeriesModel(LineSeriesModel);
	registers.registerLayout(pointsLayout("line", true));
	registers.registerVisual({
		seriesType: "line",
		reset: function(seriesModel) {
			var data = seriesModel.getData();
			var lineStyle = seriesModel.getModel("lineStyle").getLineStyle();
			if (lineStyle && !lineStyle.stroke) lineStyle.stroke = data.getVisual("style").fill;
			data.setVisual("legendLineStyle", lineStyle);
		}
	});
	registers.registerProcessor(registers.PRIORITY.PROCESSOR.STATISTIC, dataSample("line"));
}
__name(install$6, "install");

// node_modules/echarts/lib/coord/axisTickLabelBuilder.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var modelInner = makeInner();
var axisInner = makeInner();
var AxisTickLabelComputingKind = {
	estimate: 1,
	determine: 2
};
function createAxisLabelsComputingContext(kind) {
	return {
		out: { noPxChangeTryDetermine: [] },
		kind
	};
}
/**
* CAUTION: Do not modify the result.
*/
function createAxisLabels(axis, ctx) {
	var custom = axis.getLabelModel().get("customValues");
	if (custom) {
		var scale_1 = axis.scale;
		return { labels: map$1(parseTickLabelCustomValues(custom, scale_1), function(tick, index) {
			return {
				formattedLabel: makeLabelFormatter(axis)(tick, index),
				rawLabel: scale_1.getLabel(tick),
				tick
			};
		}) };
	}
	return axis.type === "category" ? makeCategoryLabels(axis, ctx) : makeRealNumberLabels(axis);
}
/**
* CAUTION: Do not modify the result.
*
* @param tickModel For example, can be axisTick, splitLine, splitArea.
*/
function createAxisTicks(axis, tickModel, opt) {
	var scale = axis.scale;
	var custom = axis.getTickModel().get("customValues");
	if (custom) return { ticks: parseTickLabelCustomValues(custom, scale) };
	return axis.type === "category" ? makeCategoryTicks(axis, tickModel) : { ticks: scale.getTicks(opt) };
}
function parseTickLabelCustomValues(customValues, scale) {
	var extent = scale.getExtent();
	var tickNumbers = [];
	each$3(customValues, function(val) {
		val = scale.parse(val);
		if (val >= extent[0] && val <= extent[1]) tickNumbers.push(val);
	});
	removeDuplicates(tickNumbers, removeDuplicatesGetKeyFromItemItself, null);
	asc(tickNumbers);
	return map$1(tickNumbers, function(tickVal) {
		return { value: tickVal };
	});
}
function makeCategoryLabels(axis, ctx) {
	var labelModel = axis.getLabelModel();
	var result = makeCategoryLabelsActually(axis, labelModel, ctx);
	return !labelModel.get("show") || axis.scale.isBlank() ? { labels: [] } : result;
}
function makeCategoryLabelsActually(axis, labelModel, ctx) {
	var labelsCache = ensureCategoryLabelCache(axis);
	var optionLabelInterval = getOptionCategoryInterval(labelModel);
	var isEstimate = ctx.kind === AxisTickLabelComputingKind.estimate;
	if (!isEstimate) {
		var result_1 = axisCacheGet(labelsCache, optionLabelInterval);
		if (result_1) return result_1;
	}
	var labels;
	var numericLabelInterval;
	if (isFunction(optionLabelInterval)) labels = makeTicksLabelsByCategoryIntervalNumOrCb(axis, optionLabelInterval, false);
	else {
		numericLabelInterval = optionLabelInterval === "auto" ? makeAutoCategoryInterval(axis, ctx) : optionLabelInterval;
		labels = makeTicksLabelsByCategoryIntervalNumOrCb(axis, numericLabelInterval, false);
	}
	var result = {
		labels,
		labelCategoryInterval: numericLabelInterval
	};
	if (!isEstimate) axisCacheSet(labelsCache, optionLabelInterval, result);
	else ctx.out.noPxChangeTryDetermine.push(function() {
		axisCacheSet(labelsCache, optionLabelInterval, result);
		return true;
	});
	return result;
}
function makeCategoryTicks(axis, tickModel) {
	var ticksCache = ensureCategoryTickCache(axis);
	var optionTickInterval = getOptionCategoryInterval(tickModel);
	var result = axisCacheGet(ticksCache, optionTickInterval);
	if (result) return result;
	var ticks;
	var tickCategoryInterval;
	if (!tickModel.get("show") || axis.scale.isBlank()) ticks = [];
	if (isFunction(optionTickInterval)) ticks = makeTicksLabelsByCategoryIntervalNumOrCb(axis, optionTickInterval, true);
	else if (optionTickInterval === "auto") {
		var labelsResult = makeCategoryLabelsActually(axis, axis.getLabelModel(), createAxisLabelsComputingContext(AxisTickLabelComputingKind.determine));
		tickCategoryInterval = labelsResult.labelCategoryInterval;
		ticks = map$1(labelsResult.labels, function(labelItem) {
			return labelItem.tick;
		});
	} else {
		tickCategoryInterval = optionTickInterval;
		ticks = makeTicksLabelsByCategoryIntervalNumOrCb(axis, tickCategoryInterval, true);
	}
	return axisCacheSet(ticksCache, optionTickInterval, {
		ticks,
		tickCategoryInterval
	});
}
function makeRealNumberLabels(axis) {
	var ticks = axis.scale.getTicks();
	var labelFormatter = makeLabelFormatter(axis);
	return { labels: map$1(ticks, function(tick, idx) {
		return {
			formattedLabel: labelFormatter(tick, idx),
			rawLabel: axis.scale.getLabel(tick),
			tick
		};
	}) };
}
var ensureCategoryTickCache = initAxisCacheMethod("axisTick");
var ensureCategoryLabelCache = initAxisCacheMethod("axisLabel");
/**
* PENDING: refactor to JS Map? Because key can be a function or more complicated object, and
* cache size always is small, and currently no JS Map object key polyfill, we use a simple
* array cache instead of plain object hash.
*/
function initAxisCacheMethod(prop) {
	return function ensureCache(axis) {
		return axisInner(axis)[prop] || (axisInner(axis)[prop] = { list: [] });
	};
}
function axisCacheGet(cache, key) {
	for (var i = 0; i < cache.list.length; i++) if (cache.list[i].key === key) return cache.list[i].value;
}
function axisCacheSet(cache, key, value) {
	cache.list.push({
		key,
		value
	});
	return value;
}
function makeAutoCategoryInterval(axis, ctx) {
	if (ctx.kind === AxisTickLabelComputingKind.estimate) {
		var result_2 = axis.calculateCategoryInterval(ctx);
		ctx.out.noPxChangeTryDetermine.push(function() {
			axisInner(axis).autoInterval = result_2;
			return true;
		});
		return result_2;
	}
	var result = axisInner(axis).autoInterval;
	return result != null ? result : axisInner(axis).autoInterval = axis.calculateCategoryInterval(ctx);
}
/**
* Calculate interval for category axis ticks and labels.
* Use a strategy to try to avoid overlapping.
* To get precise result, at least one of `getRotate` and `isHorizontal`
* should be implemented in axis.
*/
function calculateCategoryInterval(axis, ctx) {
	var kind = ctx.kind;
	var params = fetchAutoCategoryIntervalCalculationParams(axis);
	var labelFormatter = makeLabelFormatter(axis);
	var rotation = (params.axisRotate - params.labelRotate) / 180 * Math.PI;
	var ordinalScale = axis.scale;
	var ordinalExtent = ordinalScale.getExtent();
	var tickCount = ordinalScale.count();
	if (ordinalExtent[1] - ordinalExtent[0] < 1) return 0;
	var step = 1;
	var maxCount = 40;
	if (tickCount > maxCount) step = Math.max(1, Math.floor(tickCount / maxCount));
	var tickValue = ordinalExtent[0];
	var unitSpan = axis.dataToCoord(tickValue + 1) - axis.dataToCoord(tickValue);
	var unitW = Math.abs(unitSpan * Math.cos(rotation));
	var unitH = Math.abs(unitSpan * Math.sin(rotation));
	var maxW = 0;
	var maxH = 0;
	for (; tickValue <= ordinalExtent[1]; tickValue += step) {
		var width = 0;
		var height = 0;
		var rect = getBoundingRect(labelFormatter({ value: tickValue }), params.font, "center", "top");
		width = rect.width * 1.3;
		height = rect.height * 1.3;
		maxW = Math.max(maxW, width, 7);
		maxH = Math.max(maxH, height, 7);
	}
	var dw = maxW / unitW;
	var dh = maxH / unitH;
	isNaN(dw) && (dw = 1e400);
	isNaN(dh) && (dh = 1e400);
	var interval = Math.max(0, Math.floor(Math.min(dw, dh)));
	if (kind === AxisTickLabelComputingKind.estimate) {
		ctx.out.noPxChangeTryDetermine.push(bind$1(calculateCategoryIntervalTryDetermine, null, axis, interval, tickCount));
		return interval;
	}
	var lastInterval = calculateCategoryIntervalDealCache(axis, interval, tickCount);
	return lastInterval != null ? lastInterval : interval;
}
function calculateCategoryIntervalTryDetermine(axis, interval, tickCount) {
	return calculateCategoryIntervalDealCache(axis, interval, tickCount) == null;
}
function calculateCategoryIntervalDealCache(axis, interval, tickCount) {
	var cache = modelInner(axis.model);
	var axisExtent = axis.getExtent();
	var lastAutoInterval = cache.lastAutoInterval;
	var lastTickCount = cache.lastTickCount;
	if (lastAutoInterval != null && lastTickCount != null && Math.abs(lastAutoInterval - interval) <= 1 && Math.abs(lastTickCount - tickCount) <= 1 && lastAutoInterval > interval && cache.axisExtent0 === axisExtent[0] && cache.axisExtent1 === axisExtent[1]) return lastAutoInterval;
	else {
		cache.lastTickCount = tickCount;
		cache.lastAutoInterval = interval;
		cache.axisExtent0 = axisExtent[0];
		cache.axisExtent1 = axisExtent[1];
	}
}
function fetchAutoCategoryIntervalCalculationParams(axis) {
	var labelModel = axis.getLabelModel();
	return {
		axisRotate: axis.getRotate ? axis.getRotate() : axis.isHorizontal && !axis.isHorizontal() ? 90 : 0,
		labelRotate: labelModel.get("rotate") || 0,
		font: labelModel.getFont()
	};
}
function makeTicksLabelsByCategoryIntervalNumOrCb(axis, categoryInterval, onlyTick) {
	var labelFormatter = makeLabelFormatter(axis);
	var ordinalScale = axis.scale;
	var result = [];
	var categoryIntervalIsCb = isFunction(categoryInterval);
	ordinalScaleCreateTicks(ordinalScale, categoryIntervalIsCb ? 0 : categoryInterval, function(tickObj, isExtentBoundary) {
		var tickLabel = ordinalScale.getLabel(tickObj);
		if (categoryIntervalIsCb) {
			var isOnInterval = !!categoryInterval(tickObj.value, tickLabel);
			tickObj.offInterval = !isOnInterval;
			if (!isOnInterval && !isExtentBoundary) return;
		}
		result.push(onlyTick ? tickObj : {
			formattedLabel: labelFormatter(tickObj),
			rawLabel: tickLabel,
			tick: tickObj
		});
	});
	return result;
}

// node_modules/echarts/lib/util/cycleCache.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var ecModelCacheInner = makeInner();
/**
* CAVEAT: Can only be called by `echarts.ts`
*/
function resetCachePerECPrepare(ecModel) {
	ecModelCacheInner(ecModel).prepare = {};
}
/**
* CAVEAT: Can only be called by `echarts.ts`
*/
function resetCachePerECFullUpdate(ecModel) {
	ecModelCacheInner(ecModel).fullUpdate = {};
}
/**
* @usage
*  ```js
*  const cycleCache = makeInner<{
*      prop1: number;
*      prop2: string;
*  }, GlobalModelCachePerECFullUpdate>();
*  function doSomthing(ecModel: GlobalModel): void {
*      cycleCache(getCachePerECFullUpdate(ecModel)).prop1 = 123;
*      cycleCache(getCachePerECFullUpdate(ecModel)).prop2;
*  }
*  ```
*
* The cache is auto cleared at the beginning of EC_FULL_UPDATE.
* See also comments in EC_CYCLE.
*
* NOTICE:
*  - It is not cleared in EC_PARTIAL_UPDATE and EC_PROGRESSIVE_CYCLE.
*  - The cache should NOT be written before EC_FULL_UPDATE started, such as:
*      - should NOT in `getTargetSeries` methods of data processors.
*      - should NOT in `init`/`mergeOption`/`optionUpdated`/`getData` methods of component/series models.
*  - See `getCachePerECPrepare` for details.
*/
function getCachePerECFullUpdate(ecModel) {
	return ecModelCacheInner(ecModel).fullUpdate;
}

// node_modules/echarts/lib/coord/axisStatistics.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var callOnlyOnce = makeCallOnlyOnce();
var AXIS_STAT_KEY_DELIMITER = "|&";
var ecModelCacheFullUpdateInner = makeInner();
var ecModelCachePrepareInner = makeInner();
var validateInputAxis;
if (process.env.NODE_ENV !== "production") validateInputAxis = function(axis) {
	assert(axis && axis.model && axis.model.uid && axis.model.ecModel);
};
function getAxisStatPerKeyPerAxis(axis, axisStatKey) {
	var axisModel = axis.model;
	var keyed = ecModelCacheFullUpdateInner(getCachePerECFullUpdate(axisModel.ecModel)).keyed;
	var perKey = keyed && keyed.get(axisStatKey);
	return perKey && perKey.get(axisModel.uid);
}
function getAxisStat(axis, axisStatKey) {
	if (process.env.NODE_ENV !== "production") {
		assert(axisStatKey != null);
		validateInputAxis(axis);
	}
	return wrapStatResult(getAxisStatPerKeyPerAxis(axis, axisStatKey));
}
function getAxisStatBySeries(axis, seriesList) {
	if (process.env.NODE_ENV !== "production") validateInputAxis(axis);
	var result = [];
	eachKeyEachAxis(axis.model.ecModel, function(perKeyPerAxis) {
		for (var idx = 0; idx < seriesList.length; idx++) if (seriesList[idx] && perKeyPerAxis.serByIdx[seriesList[idx].seriesIndex]) result.push(wrapStatResult(perKeyPerAxis));
	});
	return result;
}
function eachKeyEachAxis(ecModel, cb) {
	var keyed = ecModelCacheFullUpdateInner(getCachePerECFullUpdate(ecModel)).keyed;
	keyed && keyed.each(function(perKey, axisStatKey) {
		perKey.each(function(perKeyPerAxis, axisModelUid) {
			cb(perKeyPerAxis, axisStatKey, axisModelUid);
		});
	});
}
function wrapStatResult(record) {
	return { liPosMinGap: record ? record.liPosMinGap : void 0 };
}
function eachSeriesOnAxis(axis, cb) {
	if (process.env.NODE_ENV !== "production") validateInputAxis(axis);
	var ecModel = axis.model.ecModel;
	var seriesOnAxisMap = ecModelCacheFullUpdateInner(getCachePerECFullUpdate(ecModel)).axSer;
	seriesOnAxisMap && eachSeriesDealForAxisStat(ecModel, seriesOnAxisMap.get(axis.model.uid), cb);
}
function eachSeriesDealForAxisStat(ecModel, seriesList, cb) {
	if (!seriesList) return;
	for (var i = 0; i < seriesList.length; i++) {
		var seriesModel = seriesList[i];
		if (!ecModel.isSeriesFiltered(seriesModel)) cb(seriesModel);
	}
}
/**
* NOTICE: Available after `CoordinateSystem['create']` (not included).
*
* Query all `AxisStatKey`s that have at least one associated series (via `associateSeriesWithAxis`)
* by the given axis.
*/
function eachKeyOnAxis(axis, cb) {
	if (process.env.NODE_ENV !== "production") validateInputAxis(axis);
	var model = axis.model;
	var keysByAxisModelUid = ecModelCacheFullUpdateInner(getCachePerECFullUpdate(model.ecModel)).keys;
	keysByAxisModelUid && each$3(keysByAxisModelUid.get(model.uid), function(axisStatKey) {
		if (process.env.NODE_ENV !== "production") {
			var stat = getAxisStatPerKeyPerAxis(axis, axisStatKey);
			assert(stat && stat.sers.length > 0);
		}
		cb(axisStatKey);
	});
}
/**
* NOTICE:
*  - It must be called in `CoordinateSystem['create']`, before series filtering.
*  - It must be called in `seriesIndex` ascending order (series declaration order).
*    i.e., iterated by `ecModel.eachSeries`.
*  - Every <axis, series> pair can only call this method once.
*
* @see scaleRawExtentInfoCreate in `scaleRawExtentInfo.ts`
*/
function associateSeriesWithAxis(axis, seriesModel, coordSysType) {
	if (!axis) return;
	var ecModel = seriesModel.ecModel;
	var ecFullUpdateCache = ecModelCacheFullUpdateInner(getCachePerECFullUpdate(ecModel));
	var axisModelUid = axis.model.uid;
	if (process.env.NODE_ENV !== "production") {
		validateInputAxis(axis);
		var axSerPairCheck = ecFullUpdateCache.axSerPairCheck || (ecFullUpdateCache.axSerPairCheck = createHashMap());
		var pairKey = "" + axisModelUid + "|&" + seriesModel.uid;
		assert(!axSerPairCheck.get(pairKey));
		axSerPairCheck.set(pairKey, 1);
	}
	var seriesOnAxisMap = ecFullUpdateCache.axSer || (ecFullUpdateCache.axSer = createHashMap());
	var seriesListPerAxis = seriesOnAxisMap.get(axisModelUid) || seriesOnAxisMap.set(axisModelUid, []);
	if (process.env.NODE_ENV !== "production") {
		var lastSeries = seriesListPerAxis[seriesListPerAxis.length - 1];
		if (lastSeries) assert(lastSeries.seriesIndex < seriesModel.seriesIndex);
	}
	seriesListPerAxis.push(seriesModel);
	var seriesType = seriesModel.subType;
	var isBaseAxis = seriesModel.getBaseAxis() === axis;
	var client = clientsForLookup.get(makeClientLookupKey(seriesType, isBaseAxis, coordSysType)) || clientsForLookup.get(makeClientLookupKey(seriesType, isBaseAxis, null));
	if (!client) return;
	var keyed = ecFullUpdateCache.keyed || (ecFullUpdateCache.keyed = createHashMap());
	var keys = ecFullUpdateCache.keys || (ecFullUpdateCache.keys = createHashMap());
	var axisStatKey = client.key;
	var perKey = keyed.get(axisStatKey) || keyed.set(axisStatKey, createHashMap());
	var perKeyPerAxis = perKey.get(axisModelUid);
	if (!perKeyPerAxis) {
		perKeyPerAxis = perKey.set(axisModelUid, {
			axis,
			sers: [],
			serByIdx: []
		});
		perKeyPerAxis.metrics = client.getMetrics(axis);
		(keys.get(axisModelUid) || keys.set(axisModelUid, [])).push(axisStatKey);
	}
	perKeyPerAxis.sers.push(seriesModel);
	perKeyPerAxis.serByIdx[seriesModel.seriesIndex] = seriesModel;
}
/**
* NOTE: Currently, the scenario is simple enough to look up clients by hash map.
* Otherwise, a caller-provided `filter` may be an alternative if more complex requirements arise.
*/
function makeClientLookupKey(seriesType, isBaseAxis, coordSysType) {
	return seriesType + "|&" + retrieve2(isBaseAxis, true) + "|&" + (coordSysType || "");
}
var clientsForCheckingStatKey;
if (process.env.NODE_ENV !== "production") clientsForCheckingStatKey = createHashMap();
var clientsForLookup = createHashMap();

// node_modules/echarts/lib/coord/axisBand.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var FALLBACK_BAND_WIDTH_RATIO = .8;
/**
* NOTICE:
*  - Require the axis pixel extent and the scale extent as inputs. But they
*    can be not precise for approximation.
*  - Can only be called after "data processing" stage.
*
* PENDING:
*  Currently `bandWidth` can not be specified by users explicitly. But if we
*  allow that in future, these issues must be considered:
*    - Can only allow specifying a band width in data scale rather than pixel.
*    - LogScale needs to be considered - band width can only be specified on linear
*      (but before break) scale, similar to `axis.interval`.
*
* A band is required on:
*  - series group band width in bar/boxplot/candlestick/...;
*  - tooltip axisPointer type "shadow";
*  - etc.
*/
function calcBandWidth(axis, opt) {
	opt = opt || {};
	var out = {
		w: NaN,
		w2: NaN
	};
	var scale = axis.scale;
	var fromStat = opt.fromStat;
	var min = opt.min;
	var scaleLinearSpan = getScaleLinearSpanForMapping(scale);
	if (!isNullableNumberFinite(scaleLinearSpan)) scaleLinearSpan = NaN;
	var axisExtent = axis.getExtent();
	var pxSpan = mathAbs(axisExtent[1] - axisExtent[0]);
	if (isOrdinalScale(scale)) calcBandWidthForCategoryAxis(out, axis, scaleLinearSpan, pxSpan);
	else if (fromStat) calcBandWidthForNumericAxis(out, axis, scaleLinearSpan, pxSpan, fromStat);
	else if (min == null) {
		if (process.env.NODE_ENV !== "production") assert(false);
	}
	if (min != null) out.w = isNullableNumberFinite(out.w) ? mathMax$1(min, out.w) : min;
	return out;
}
function calcBandWidthForCategoryAxis(out, axis, scaleLinearSpan, pxSpan) {
	var onBand = axis.onBand;
	var len = scaleLinearSpan + (onBand ? 1 : 0);
	len === 0 && (len = 1);
	out.w = pxSpan / len;
	if (!onBand && scaleLinearSpan && pxSpan) out.w2 = out.w * scaleLinearSpan / pxSpan;
}
function calcBandWidthForNumericAxis(out, axis, scaleLinearSpan, pxSpan, fromStat) {
	if (process.env.NODE_ENV !== "production") assert(fromStat);
	var onlySingular = false;
	var bandWidthInData = -1e400;
	each$3(fromStat.key ? [getAxisStat(axis, fromStat.key)] : getAxisStatBySeries(axis, fromStat.sers || []), function(stat) {
		var liPosMinGap = stat.liPosMinGap;
		if (liPosMinGap != null) {
			if (liPosMinGap > 0) {
				if (liPosMinGap > bandWidthInData) bandWidthInData = liPosMinGap;
				onlySingular = false;
			} else if (liPosMinGap === -2) onlySingular = true;
		}
	});
	if (isNullableNumberFinite(scaleLinearSpan) && scaleLinearSpan > 0 && isNullableNumberFinite(bandWidthInData)) {
		out.w = pxSpan / scaleLinearSpan * bandWidthInData;
		out.w2 = bandWidthInData;
	} else if (onlySingular) {
		out.w = pxSpan * FALLBACK_BAND_WIDTH_RATIO;
		out.w2 = out.w * scaleLinearSpan / pxSpan;
	}
}

// node_modules/echarts/lib/coord/Axis.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var NORMALIZED_EXTENT = [0, 1];
/**
* Base class of Axis.
*
* Lifetime: recreate for each main process.
* [NOTICE]: Some caches is stored on the axis instance (e.g., `axisTickLabelBuilder.ts`, `scaleRawExtentInfo.ts`),
*  which is based on this lifetime.
*/
var Axis = function() {
	function Axis(dim, scale, extent) {
		this.onBand = false;
		this.inverse = false;
		this.dim = dim;
		this.scale = scale;
		this._extent = extent || [0, 0];
	}
	/**
	* If axis extent contain given coord
	*/
	Axis.prototype.contain = function(coord) {
		var extent = this._extent;
		var min = Math.min(extent[0], extent[1]);
		var max = Math.max(extent[0], extent[1]);
		return coord >= min && coord <= max;
	};
	/**
	* If axis extent contain given data
	*/
	Axis.prototype.containData = function(data) {
		return this.scale.contain(this.scale.parse(data));
	};
	/**
	* Get coord extent.
	*/
	Axis.prototype.getExtent = function() {
		return this._extent.slice();
	};
	/**
	* Set coord extent
	*/
	Axis.prototype.setExtent = function(start, end) {
		var extent = this._extent;
		extent[0] = start;
		extent[1] = end;
	};
	/**
	* Convert data to coord. Data is the rank if it has an ordinal scale
	*/
	Axis.prototype.dataToCoord = function(data, clamp) {
		var scale = this.scale;
		data = scale.normalize(scale.parse(data));
		return linearMap(data, NORMALIZED_EXTENT, makeExtentWithBands(this), clamp);
	};
	/**
	* Convert coord to data. Data is the rank if it has an ordinal scale
	*/
	Axis.prototype.coordToData = function(coord, clamp) {
		var t = linearMap(coord, makeExtentWithBands(this), NORMALIZED_EXTENT, clamp);
		return this.scale.scale(t);
	};
	/**
	* Convert pixel point to data in axis
	*/
	Axis.prototype.pointToData = function(point, clamp) {};
	/**
	* Different from `zrUtil.map(axis.getTicks(), axis.dataToCoord, axis)`,
	* `axis.getTicksCoords` considers `onBand`, which is used by
	* `boundaryGap:true` of category axis and splitLine and splitArea.
	* @param opt.tickModel default: axis.model.getModel('axisTick')
	*/
	Axis.prototype.getTicksCoords = function(opt) {
		opt = opt || {};
		var tickModel = opt.tickModel || this.getTickModel();
		var result = createAxisTicks(this, tickModel, {
			breakTicks: opt.breakTicks,
			pruneByBreak: opt.pruneByBreak
		});
		var preTicksCoords = map$1(result.ticks, function(tick) {
			return {
				coord: this.dataToCoord(getTickValueOutermost(this.scale, tick)),
				tick
			};
		}, this);
		var alignWithLabel = tickModel.get("alignWithLabel");
		var onBandModified = fixOnBandTicksCoords(this, preTicksCoords, alignWithLabel);
		return map$1(preTicksCoords, function(item) {
			return {
				coord: item.coord,
				tickValue: item.tick.value,
				onBand: onBandModified
			};
		});
	};
	Axis.prototype.getMinorTicksCoords = function() {
		if (isOrdinalScale(this.scale)) return [];
		var splitNumber = this.model.getModel("minorTick").get("splitNumber");
		if (!(splitNumber > 0 && splitNumber < 100)) splitNumber = 5;
		var minorTicks = this.scale.getMinorTicks(splitNumber);
		return map$1(minorTicks, function(minorTicksGroup) {
			return map$1(minorTicksGroup, function(minorTick) {
				return {
					coord: this.dataToCoord(minorTick),
					tickValue: minorTick
				};
			}, this);
		}, this);
	};
	Axis.prototype.getViewLabels = function(ctx) {
		ctx = ctx || createAxisLabelsComputingContext(AxisTickLabelComputingKind.determine);
		return createAxisLabels(this, ctx).labels;
	};
	Axis.prototype.getLabelModel = function() {
		return this.model.getModel("axisLabel");
	};
	/**
	* Notice here we only get the default tick model. For splitLine
	* or splitArea, we should pass the splitLineModel or splitAreaModel
	* manually when calling `getTicksCoords`.
	* In GL, this method may be overridden to:
	* `axisModel.getModel('axisTick', grid3DModel.getModel('axisTick'));`
	*/
	Axis.prototype.getTickModel = function() {
		return this.model.getModel("axisTick");
	};
	/**
	* @deprecated Use `calcBandWidth` instead.
	*/
	Axis.prototype.getBandWidth = function() {
		return calcBandWidth(this, { min: 1 }).w;
	};
	/**
	* Only be called in category axis.
	* Can be overridden, consider other axes like in 3D.
	* @return Auto interval for category axis tick and label
	*/
	Axis.prototype.calculateCategoryInterval = function(ctx) {
		ctx = ctx || createAxisLabelsComputingContext(AxisTickLabelComputingKind.determine);
		return calculateCategoryInterval(this, ctx);
	};
	return Axis;
}();
function makeExtentWithBands(axis) {
	var extent = axis.getExtent();
	if (axis.onBand) {
		var margin = (extent[1] - extent[0]) / axis.scale.count() / 2;
		extent[0] += margin;
		extent[1] -= margin;
	}
	return extent;
}
/**
* `axis.onBand: true` (i.e., `boundaryGap: true` in ec option) and `CategoryTickLabelSplitIntervalOption`
*  affects `axisTick`/`axisLabel`/`splitLine`/`splitArea`.
*
* Currently, the visual result is best only when `axisTick/splitLine/splitArea.interval === 0`.
* The typical case is:
*      |---|---|---|     <= This is the input `preTicksCoords`
*      0   1   2   3        (having been added half band width by `makeExtentWithBands`).
*    |---|---|---|---|  <= This is the result.
*      0   1   2   3
*
* When `interval > 0`, the visual result may be odd for `axisLabel` and `customValues`, but acceptable
* for `axisTick` `splitLine` and `splitArea`:
*      |---~---|---~---~---|---|    <= This is the input `preTicksCoords`; `interval: 2; min: 1; max: 7`.
*      ₁   ₂   3   ₄   ₅   6   ₇       Subscript numbers (`₀`, `₁`, `₃`) indicate axis labels are hidden
*                                      (by default settings) due to off-interval.
*                                      A tilde (`~`) indicates a tick ignored due to off-interval.
*    |---~---|---~---~---|---~---|  <= This is the result.
*      ₁   ₂   3   ₄   ₅   6   ₇
*
* NOTE:
*  - A inappropriate result may cause misleading (e.g., split 2 bars of a single data item when there
*    are two bar series).
*  - See also #11176 #11186 .
* PENDING:
*  - The show/hide of `axisLabel` may be optimized when `interval > 1 and be an even number`,
*    but that may introduce complex and still not perfect in odd number, and may not necessary if
*    `axisTick: {show: false}` and `axisLabel` can auto hidden when overlapping.
*/
function fixOnBandTicksCoords(axis, preTicksCoords, alignWithLabel) {
	var ticksLen = preTicksCoords.length;
	if (!axis.onBand || alignWithLabel || !ticksLen) return false;
	var bandWidth = calcBandWidth(axis).w;
	if (!bandWidth) return false;
	each$3(preTicksCoords, function(ticksItem) {
		ticksItem.coord -= bandWidth / 2;
	});
	var dataExtent = axis.scale.getExtent();
	var oldLast = preTicksCoords[ticksLen - 1];
	if (oldLast.tick.offInterval) preTicksCoords.pop();
	preTicksCoords.push({
		coord: oldLast.coord + bandWidth,
		tick: { value: dataExtent[1] + 1 }
	});
	return true;
}

// node_modules/echarts/lib/coord/cartesian/Axis2D.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var Axis2D = function(_super) {
	__extends(Axis2D, _super);
	function Axis2D(dim, scale, coordExtent, axisType, position) {
		var _this = _super.call(this, dim, scale, coordExtent) || this;
		/**
		* Index of axis, can be used as key
		* Injected outside.
		*/
		_this.index = 0;
		_this.type = axisType || "value";
		_this.position = position || "bottom";
		return _this;
	}
	Axis2D.prototype.isHorizontal = function() {
		var position = this.position;
		return position === "top" || position === "bottom";
	};
	/**
	* Each item cooresponds to this.getExtent(), which
	* means globalExtent[0] may greater than globalExtent[1],
	* unless `asc` is input.
	*
	* @param {boolean} [asc]
	* @return {Array.<number>}
	*/
	Axis2D.prototype.getGlobalExtent = function(asc) {
		var ret = this.getExtent();
		ret[0] = this.toGlobalCoord(ret[0]);
		ret[1] = this.toGlobalCoord(ret[1]);
		asc && ret[0] > ret[1] && ret.reverse();
		return ret;
	};
	Axis2D.prototype.pointToData = function(point, clamp) {
		return this.coordToData(this.toLocalCoord(point[this.dim === "x" ? 0 : 1]), clamp);
	};
	/**
	* Set ordinalSortInfo
	* @param info new OrdinalSortInfo
	*/
	Axis2D.prototype.setCategorySortInfo = function(info) {
		if (this.type !== "category") return false;
		this.model.option.categorySortInfo = info;
		this.scale.setSortInfo(info);
	};
	return Axis2D;
}(Axis);

// node_modules/echarts/lib/label/labelLayoutHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var LABEL_LAYOUT_BASE_PROPS = [
	"label",
	"labelLine",
	"layoutOption",
	"priority",
	"defaultAttr",
	"marginForce",
	"minMarginForce",
	"marginDefault",
	"suggestIgnore"
];
var LABEL_LAYOUT_DIRTY_BIT_OTHERS = 1;
var LABEL_LAYOUT_DIRTY_BIT_OBB = 2;
var LABEL_LAYOUT_DIRTY_ALL = LABEL_LAYOUT_DIRTY_BIT_OTHERS | LABEL_LAYOUT_DIRTY_BIT_OBB;
function setLabelLayoutDirty(labelGeometry, dirtyOrClear, dirtyBits) {
	dirtyBits = dirtyBits || LABEL_LAYOUT_DIRTY_ALL;
	dirtyOrClear ? labelGeometry.dirty |= dirtyBits : labelGeometry.dirty &= ~dirtyBits;
}
function isLabelLayoutDirty(labelGeometry, dirtyBits) {
	dirtyBits = dirtyBits || LABEL_LAYOUT_DIRTY_ALL;
	return labelGeometry.dirty == null || !!(labelGeometry.dirty & dirtyBits);
}
/**
* [CAUTION]
*  - No auto dirty propagation mechanism yet. If the transform of the raw label or any of its ancestors is
*    changed, must sync the changes to the props of `LabelGeometry` by:
*    either explicitly call:
*      `setLabelLayoutDirty(labelLayout, true); ensureLabelLayoutWithGeometry(labelLayout);`
*    or call (if only translation is performed):
*      `labelLayoutApplyTranslation(labelLayout);`
*  - `label.ignore` is not necessarily falsy, and not considered in computing `LabelGeometry`,
*    since it might be modified by some overlap resolving handling.
*  - To duplicate or make a variation:
*    use `newLabelLayoutWithGeometry`.
*
* The result can also be the input of this method.
* @return `NullUndefined` if and only if `labelLayout` is `NullUndefined`.
*/
function ensureLabelLayoutWithGeometry(labelLayout) {
	if (!labelLayout) return;
	if (isLabelLayoutDirty(labelLayout)) computeLabelGeometry(labelLayout, labelLayout.label, labelLayout);
	return labelLayout;
}
/**
* The props in `out` will be filled if existing, or created.
*/
function computeLabelGeometry(out, label, opt) {
	var rawTransform = label.getComputedTransform();
	out.transform = ensureCopyTransform(out.transform, rawTransform);
	var outLocalRect = out.localRect = ensureCopyRect(out.localRect, label.getBoundingRect());
	var labelStyleExt = label.style;
	var margin = labelStyleExt.margin;
	var marginForce = opt && opt.marginForce;
	var minMarginForce = opt && opt.minMarginForce;
	var marginDefault = opt && opt.marginDefault;
	var marginType = labelStyleExt.__marginType;
	if (marginType == null && marginDefault) {
		margin = marginDefault;
		marginType = LabelMarginType.textMargin;
	}
	for (var i = 0; i < 4; i++) _tmpLabelMargin[i] = marginType === LabelMarginType.minMargin && minMarginForce && minMarginForce[i] != null ? minMarginForce[i] : marginForce && marginForce[i] != null ? marginForce[i] : margin ? margin[i] : 0;
	if (marginType === LabelMarginType.textMargin) expandOrShrinkRect(outLocalRect, _tmpLabelMargin, false, false);
	var outGlobalRect = out.rect = ensureCopyRect(out.rect, outLocalRect);
	if (rawTransform) outGlobalRect.applyTransform(rawTransform);
	if (marginType === LabelMarginType.minMargin) expandOrShrinkRect(outGlobalRect, _tmpLabelMargin, false, false);
	out.axisAligned = isBoundingRectAxisAligned(rawTransform);
	(out.label = out.label || {}).ignore = label.ignore;
	setLabelLayoutDirty(out, false);
	setLabelLayoutDirty(out, true, LABEL_LAYOUT_DIRTY_BIT_OBB);
	return out;
}
var _tmpLabelMargin = [
	0,
	0,
	0,
	0
];
/**
* The props in `out` will be filled if existing, or created.
*/
function computeLabelGeometry2(out, rawLocalRect, rawTransform) {
	out.transform = ensureCopyTransform(out.transform, rawTransform);
	out.localRect = ensureCopyRect(out.localRect, rawLocalRect);
	out.rect = ensureCopyRect(out.rect, rawLocalRect);
	if (rawTransform) out.rect.applyTransform(rawTransform);
	out.axisAligned = isBoundingRectAxisAligned(rawTransform);
	out.obb = void 0;
	(out.label = out.label || {}).ignore = false;
	return out;
}
/**
* This is a shortcut of
*   ```js
*   labelLayout.label.x = newX;
*   labelLayout.label.y = newY;
*   setLabelLayoutDirty(labelLayout, true);
*   ensureLabelLayoutWithGeometry(labelLayout);
*   ```
* and provide better performance in this common case.
*/
function labelLayoutApplyTranslation(labelLayout, offset) {
	if (!labelLayout) return;
	labelLayout.label.x += offset.x;
	labelLayout.label.y += offset.y;
	labelLayout.label.markRedraw();
	var transform = labelLayout.transform;
	if (transform) {
		transform[4] += offset.x;
		transform[5] += offset.y;
	}
	var globalRect = labelLayout.rect;
	if (globalRect) {
		globalRect.x += offset.x;
		globalRect.y += offset.y;
	}
	var obb = labelLayout.obb;
	if (obb) obb.fromBoundingRect(labelLayout.localRect, transform);
}
/**
* To duplicate or make a variation of a label layout.
* Copy the only relevant properties to avoid the conflict or wrongly reuse of the props of `LabelLayoutWithGeometry`.
*/
function newLabelLayoutWithGeometry(newBaseWithDefaults, source) {
	for (var i = 0; i < LABEL_LAYOUT_BASE_PROPS.length; i++) {
		var prop = LABEL_LAYOUT_BASE_PROPS[i];
		if (newBaseWithDefaults[prop] == null) newBaseWithDefaults[prop] = source[prop];
	}
	return ensureLabelLayoutWithGeometry(newBaseWithDefaults);
}
/**
* Create obb if no one, can cache it.
*/
function ensureOBB(labelGeometry) {
	var obb = labelGeometry.obb;
	if (!obb || isLabelLayoutDirty(labelGeometry, LABEL_LAYOUT_DIRTY_BIT_OBB)) {
		labelGeometry.obb = obb = obb || new OrientedBoundingRect();
		obb.fromBoundingRect(labelGeometry.localRect, labelGeometry.transform);
		setLabelLayoutDirty(labelGeometry, false, LABEL_LAYOUT_DIRTY_BIT_OBB);
	}
	return obb;
}
/**
* [NOTICE - restore]:
*  'series:layoutlabels' may be triggered during some EC_PARTIAL_UPDATE passes, such as zooming in series.graph/geo
*  (`updateLabelLayout`), where the modified `Element` props should be restorable from `defaultAttr`.
*  @see `SavedLabelAttr` in `LabelManager.ts`
*  `restoreIgnore` can be called to perform the restore, if needed.
*
* [NOTICE - state]:
*  Regarding Element's states, this method is only designed for the normal state.
*  PENDING: although currently this method is effectively called in other states in `updateLabelLayout` case,
*      the bad case is not noticeable in the zooming scenario.
*/
function hideOverlap(labelList) {
	var displayedLabels = [];
	labelList.sort(function(a, b) {
		return (b.suggestIgnore ? 1 : 0) - (a.suggestIgnore ? 1 : 0) || b.priority - a.priority;
	});
	function hideEl(el) {
		if (!el.ignore) {
			var emphasisState = el.ensureState("emphasis");
			if (emphasisState.ignore == null) emphasisState.ignore = false;
		}
		el.ignore = true;
	}
	for (var i = 0; i < labelList.length; i++) {
		var labelItem = ensureLabelLayoutWithGeometry(labelList[i]);
		if (labelItem.label.ignore) continue;
		var label = labelItem.label;
		var labelLine = labelItem.labelLine;
		var overlapped = false;
		for (var j = 0; j < displayedLabels.length; j++) if (labelIntersect(labelItem, displayedLabels[j], null, { touchThreshold: .05 })) {
			overlapped = true;
			break;
		}
		if (overlapped) {
			hideEl(label);
			labelLine && hideEl(labelLine);
		} else displayedLabels.push(labelItem);
	}
}
/**
* Enable fast check for performance; use obb if inevitable.
* If `mtv` is used, `targetLayoutInfo` can be moved based on the values filled into `mtv`.
*
* This method is based only on the current `Element` states (regardless of other states).
* Typically this method (and the entire layout process) is performed in normal state.
*/
function labelIntersect(baseLayoutInfo, targetLayoutInfo, mtv, intersectOpt) {
	if (!baseLayoutInfo || !targetLayoutInfo) return false;
	if (baseLayoutInfo.label && baseLayoutInfo.label.ignore || targetLayoutInfo.label && targetLayoutInfo.label.ignore) return false;
	if (!baseLayoutInfo.rect.intersect(targetLayoutInfo.rect, mtv, intersectOpt)) return false;
	if (baseLayoutInfo.axisAligned && targetLayoutInfo.axisAligned) return true;
	return ensureOBB(baseLayoutInfo).intersect(ensureOBB(targetLayoutInfo), mtv, intersectOpt);
}

// node_modules/echarts/lib/component/axis/axisBreakHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var _impl = null;
function getAxisBreakHelper() {
	return _impl;
}

// node_modules/echarts/lib/component/axis/axisAction.js
var AXIS_BREAK_EXPAND_ACTION_TYPE = "expandAxisBreak";

// node_modules/echarts/lib/component/axis/AxisBuilder.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var PI$1 = Math.PI;
var DEFAULT_CENTER_NAME_MARGIN_LEVELS = [
	[
		1,
		2,
		1,
		2
	],
	[
		5,
		3,
		5,
		3
	],
	[
		8,
		3,
		8,
		3
	]
];
var DEFAULT_ENDS_NAME_MARGIN_LEVELS = [
	[
		0,
		1,
		0,
		1
	],
	[
		0,
		3,
		0,
		3
	],
	[
		0,
		3,
		0,
		3
	]
];
var getLabelInner = makeInner();
var getTickInner = makeInner();
/**
* A context shared by difference axisBuilder instances.
* For cross-axes overlap resolving.
*
* Lifecycle constraint: should not over a pass of ec main process.
*  If model is changed, the context must be disposed.
*
* @see AxisBuilderLocalContext
*/
var AxisBuilderSharedContext = function() {
	function AxisBuilderSharedContext(resolveAxisNameOverlap) {
		/**
		* [CAUTION] Do not modify this data structure outside this class.
		*/
		this.recordMap = {};
		this.resolveAxisNameOverlap = resolveAxisNameOverlap;
	}
	AxisBuilderSharedContext.prototype.ensureRecord = function(axisModel) {
		var dim = axisModel.axis.dim;
		var idx = axisModel.componentIndex;
		var recordMap = this.recordMap;
		var records = recordMap[dim] || (recordMap[dim] = []);
		return records[idx] || (records[idx] = { ready: {} });
	};
	return AxisBuilderSharedContext;
}();
/**
* [CAUTION]
*  1. The call of this function must be after axisLabel overlap handlings
*     (such as `hideOverlap`, `fixMinMaxLabelShow`) and after transform calculating.
*  2. Can be called multiple times and should be idempotent.
*/
function resetOverlapRecordToShared(cfg, shared, axisModel, labelLayoutList) {
	var axis = axisModel.axis;
	var record = shared.ensureRecord(axisModel);
	var labelInfoList = [];
	var stOccupiedRect;
	var useStOccupiedRect = hasAxisName(cfg.axisName) && isNameLocationCenter(cfg.nameLocation);
	each$3(labelLayoutList, function(layout) {
		var layoutInfo = ensureLabelLayoutWithGeometry(layout);
		if (!layoutInfo || layoutInfo.label.ignore) return;
		labelInfoList.push(layoutInfo);
		var transGroup = record.transGroup;
		if (useStOccupiedRect) {
			transGroup.transform ? invert(_stTransTmp, transGroup.transform) : identity(_stTransTmp);
			if (layoutInfo.transform) mul(_stTransTmp, _stTransTmp, layoutInfo.transform);
			BoundingRect.copy(_stLabelRectTmp, layoutInfo.localRect);
			_stLabelRectTmp.applyTransform(_stTransTmp);
			stOccupiedRect ? stOccupiedRect.union(_stLabelRectTmp) : BoundingRect.copy(stOccupiedRect = new BoundingRect(0, 0, 0, 0), _stLabelRectTmp);
		}
	});
	var sortByDim = Math.abs(record.dirVec.x) > .1 ? "x" : "y";
	var sortByValue = record.transGroup[sortByDim];
	labelInfoList.sort(function(info1, info2) {
		return Math.abs(info1.label[sortByDim] - sortByValue) - Math.abs(info2.label[sortByDim] - sortByValue);
	});
	if (useStOccupiedRect && stOccupiedRect) {
		var extent = axis.getExtent();
		var axisLineX = Math.min(extent[0], extent[1]);
		var axisLineWidth = Math.max(extent[0], extent[1]) - axisLineX;
		stOccupiedRect.union(new BoundingRect(axisLineX, 0, axisLineWidth, 1));
	}
	record.stOccupiedRect = stOccupiedRect;
	record.labelInfoList = labelInfoList;
}
var _stTransTmp = create();
var _stLabelRectTmp = new BoundingRect(0, 0, 0, 0);
/**
* The default resolver does not involve other axes within the same coordinate system.
*/
var resolveAxisNameOverlapDefault = function(cfg, ctx, axisModel, nameLayoutInfo, nameMoveDirVec, thisRecord) {
	if (isNameLocationCenter(cfg.nameLocation)) {
		var stOccupiedRect = thisRecord.stOccupiedRect;
		if (stOccupiedRect) moveIfOverlap(computeLabelGeometry2({}, stOccupiedRect, thisRecord.transGroup.transform), nameLayoutInfo, nameMoveDirVec);
	} else moveIfOverlapByLinearLabels(thisRecord.labelInfoList, thisRecord.dirVec, nameLayoutInfo, nameMoveDirVec);
};
function moveIfOverlap(basedLayoutInfo, movableLayoutInfo, moveDirVec) {
	var mtv = new Point();
	if (labelIntersect(basedLayoutInfo, movableLayoutInfo, mtv, {
		direction: Math.atan2(moveDirVec.y, moveDirVec.x),
		bidirectional: false,
		touchThreshold: .05
	})) labelLayoutApplyTranslation(movableLayoutInfo, mtv);
}
function moveIfOverlapByLinearLabels(baseLayoutInfoList, baseDirVec, movableLayoutInfo, moveDirVec) {
	var sameDir = Point.dot(moveDirVec, baseDirVec) >= 0;
	for (var idx = 0, len = baseLayoutInfoList.length; idx < len; idx++) {
		var labelInfo = baseLayoutInfoList[sameDir ? idx : len - 1 - idx];
		if (!labelInfo.label.ignore) moveIfOverlap(labelInfo, movableLayoutInfo, moveDirVec);
	}
}
/**
* @caution
* - Ensure it is called after the data processing stage finished.
* - It might be called before `CahrtView#render`, sush as called at `CoordinateSystem#update`,
*  thus ensure the result the same whenever it is called.
*
* A builder for a straight-line axis.
*
* A final axis is translated and rotated from a "standard axis".
* So opt.position and opt.rotation is required.
*
* A "standard axis" is the axis [0,0]-->[abs(axisExtent[1]-axisExtent[0]),0]
* for example: [0,0]-->[50,0]
*/
var AxisBuilder = function() {
	/**
	* [CAUTION]: axisModel.axis.extent/scale must be ready to use.
	*/
	function AxisBuilder(axisModel, api, opt, shared) {
		this.group = new Group();
		this._axisModel = axisModel;
		this._api = api;
		this._local = {};
		this._shared = shared || new AxisBuilderSharedContext(resolveAxisNameOverlapDefault);
		this._resetCfgDetermined(opt);
	}
	/**
	* Regarding axis label related configurations, only the change of label.x/y is supported; other
	* changes are not necessary and not performant. To be specific, only `axis.position`
	* (and consequently `labelOffset`) and `axis.extent` can be changed, and assume everything in
	* `axisModel` are not changed.
	* Axis line related configurations can be changed since this method can only be called
	* before they are created.
	*/
	AxisBuilder.prototype.updateCfg = function(opt) {
		if (process.env.NODE_ENV !== "production") {
			var ready = this._shared.ensureRecord(this._axisModel).ready;
			assert(!ready.axisLine && !ready.axisTickLabelDetermine);
			ready.axisName = ready.axisTickLabelEstimate = false;
		}
		var raw = this._cfg.raw;
		raw.position = opt.position;
		raw.labelOffset = opt.labelOffset;
		this._resetCfgDetermined(raw);
	};
	/**
	* [CAUTION] For debug usage. Never change it outside!
	*/
	AxisBuilder.prototype.__getRawCfg = function() {
		return this._cfg.raw;
	};
	AxisBuilder.prototype._resetCfgDetermined = function(raw) {
		var axisModel = this._axisModel;
		var axisModelDefaultOption = axisModel.getDefaultOption ? axisModel.getDefaultOption() : {};
		var axisName = retrieve2(raw.axisName, axisModel.get("name"));
		var nameMoveOverlapOption = axisModel.get("nameMoveOverlap");
		if (nameMoveOverlapOption == null || nameMoveOverlapOption === "auto") nameMoveOverlapOption = retrieve2(raw.defaultNameMoveOverlap, true);
		var cfg = {
			raw,
			position: raw.position,
			rotation: raw.rotation,
			nameDirection: retrieve2(raw.nameDirection, 1),
			tickDirection: retrieve2(raw.tickDirection, 1),
			labelDirection: retrieve2(raw.labelDirection, 1),
			labelOffset: retrieve2(raw.labelOffset, 0),
			silent: retrieve2(raw.silent, true),
			axisName,
			nameLocation: retrieve3(axisModel.get("nameLocation"), axisModelDefaultOption.nameLocation, "end"),
			shouldNameMoveOverlap: hasAxisName(axisName) && nameMoveOverlapOption,
			optionHideOverlap: axisModel.get(["axisLabel", "hideOverlap"]),
			showMinorTicks: axisModel.get(["minorTick", "show"])
		};
		if (process.env.NODE_ENV !== "production") {
			assert(cfg.position != null);
			assert(cfg.rotation != null);
		}
		this._cfg = cfg;
		var transformGroup = new Group({
			x: cfg.position[0],
			y: cfg.position[1],
			rotation: cfg.rotation
		});
		transformGroup.updateTransform();
		this._transformGroup = transformGroup;
		var record = this._shared.ensureRecord(axisModel);
		record.transGroup = this._transformGroup;
		record.dirVec = new Point(Math.cos(-cfg.rotation), Math.sin(-cfg.rotation));
	};
	AxisBuilder.prototype.build = function(axisPartNameMap, extraParams) {
		var _this = this;
		if (!axisPartNameMap) axisPartNameMap = {
			axisLine: true,
			axisTickLabelEstimate: false,
			axisTickLabelDetermine: true,
			axisName: true
		};
		each$3(AXIS_BUILDER_AXIS_PART_NAMES, function(partName) {
			if (axisPartNameMap[partName]) builders[partName](_this._cfg, _this._local, _this._shared, _this._axisModel, _this.group, _this._transformGroup, _this._api, extraParams || {});
		});
		return this;
	};
	/**
	* Currently only get text align/verticalAlign by rotation.
	* NO `position` is involved, otherwise it have to be performed for each `updateAxisLabelChangableProps`.
	*/
	AxisBuilder.innerTextLayout = function(axisRotation, textRotation, direction) {
		var rotationDiff = remRadian(textRotation - axisRotation);
		var textAlign;
		var textVerticalAlign;
		if (isRadianAroundZero(rotationDiff)) {
			textVerticalAlign = direction > 0 ? "top" : "bottom";
			textAlign = "center";
		} else if (isRadianAroundZero(rotationDiff - PI$1)) {
			textVerticalAlign = direction > 0 ? "bottom" : "top";
			textAlign = "center";
		} else {
			textVerticalAlign = "middle";
			if (rotationDiff > 0 && rotationDiff < PI$1) textAlign = direction > 0 ? "right" : "left";
			else textAlign = direction > 0 ? "left" : "right";
		}
		return {
			rotation: rotationDiff,
			textAlign,
			textVerticalAlign
		};
	};
	AxisBuilder.makeAxisEventDataBase = function(axisModel) {
		var eventData = {
			componentType: axisModel.mainType,
			componentIndex: axisModel.componentIndex
		};
		eventData[axisModel.mainType + "Index"] = axisModel.componentIndex;
		return eventData;
	};
	AxisBuilder.isLabelSilent = function(axisModel) {
		var tooltipOpt = axisModel.get("tooltip");
		return axisModel.get("silent") || !(axisModel.get("triggerEvent") || tooltipOpt && tooltipOpt.show);
	};
	return AxisBuilder;
}();
var AXIS_BUILDER_AXIS_PART_NAMES = [
	"axisLine",
	"axisTickLabelEstimate",
	"axisTickLabelDetermine",
	"axisName"
];
var builders = {
	axisLine: function(cfg, local, shared, axisModel, group, transformGroup, api) {
		if (process.env.NODE_ENV !== "production") {
			var ready = shared.ensureRecord(axisModel).ready;
			assert(!ready.axisLine);
			ready.axisLine = true;
		}
		var shown = axisModel.get(["axisLine", "show"]);
		if (shown === "auto") {
			shown = true;
			if (cfg.raw.axisLineAutoShow != null) shown = !!cfg.raw.axisLineAutoShow;
		}
		if (!shown) return;
		var extent = axisModel.axis.getExtent();
		var matrix = transformGroup.transform;
		var pt1 = [extent[0], 0];
		var pt2 = [extent[1], 0];
		var inverse = pt1[0] > pt2[0];
		if (matrix) {
			applyTransform$1(pt1, pt1, matrix);
			applyTransform$1(pt2, pt2, matrix);
		}
		var lineStyle = extend({ lineCap: "round" }, axisModel.getModel(["axisLine", "lineStyle"]).getLineStyle());
		var pathBaseProp = {
			strokeContainThreshold: cfg.raw.strokeContainThreshold || 5,
			silent: true,
			z2: 1,
			style: lineStyle
		};
		if (axisModel.get(["axisLine", "breakLine"]) && hasBreaks(axisModel.axis.scale)) getAxisBreakHelper().buildAxisBreakLine(axisModel, group, transformGroup, pathBaseProp);
		else {
			var line = new Line$1(extend({ shape: {
				x1: pt1[0],
				y1: pt1[1],
				x2: pt2[0],
				y2: pt2[1]
			} }, pathBaseProp));
			subPixelOptimizeLine(line.shape, line.style.lineWidth);
			line.anid = "line";
			group.add(line);
		}
		var arrows = axisModel.get(["axisLine", "symbol"]);
		if (arrows != null) {
			var arrowSize = axisModel.get(["axisLine", "symbolSize"]);
			if (isString(arrows)) arrows = [arrows, arrows];
			if (isString(arrowSize) || isNumber(arrowSize)) arrowSize = [arrowSize, arrowSize];
			var arrowOffset = normalizeSymbolOffset(axisModel.get(["axisLine", "symbolOffset"]) || 0, arrowSize);
			var symbolWidth_1 = arrowSize[0];
			var symbolHeight_1 = arrowSize[1];
			each$3([{
				rotate: cfg.rotation + Math.PI / 2,
				offset: arrowOffset[0],
				r: 0
			}, {
				rotate: cfg.rotation - Math.PI / 2,
				offset: arrowOffset[1],
				r: Math.sqrt((pt1[0] - pt2[0]) * (pt1[0] - pt2[0]) + (pt1[1] - pt2[1]) * (pt1[1] - pt2[1]))
			}], function(point, index) {
				if (arrows[index] !== "none" && arrows[index] != null) {
					var symbol = createSymbol$1(arrows[index], -symbolWidth_1 / 2, -symbolHeight_1 / 2, symbolWidth_1, symbolHeight_1, lineStyle.stroke, true);
					var r = point.r + point.offset;
					var pt = inverse ? pt2 : pt1;
					symbol.attr({
						rotation: point.rotate,
						x: pt[0] + r * Math.cos(cfg.rotation),
						y: pt[1] - r * Math.sin(cfg.rotation),
						silent: true,
						z2: 11
					});
					group.add(symbol);
				}
			});
		}
	},
	/**
	* [CAUTION] This method can be called multiple times, following the change due to `resetCfg` called
	*  in size measurement. Thus this method should be idempotent, and should be performant.
	*/
	axisTickLabelEstimate: function(cfg, local, shared, axisModel, group, transformGroup, api, extraParams) {
		if (process.env.NODE_ENV !== "production") {
			var ready = shared.ensureRecord(axisModel).ready;
			assert(!ready.axisTickLabelDetermine);
			ready.axisTickLabelEstimate = true;
		}
		if (dealLastTickLabelResultReusable(local, group, extraParams)) layOutAxisTickLabel(cfg, local, shared, axisModel, group, transformGroup, api, AxisTickLabelComputingKind.estimate);
	},
	/**
	* Finish axis tick label build.
	* Can be only called once.
	*/
	axisTickLabelDetermine: function(cfg, local, shared, axisModel, group, transformGroup, api, extraParams) {
		if (process.env.NODE_ENV !== "production") {
			var ready = shared.ensureRecord(axisModel).ready;
			ready.axisTickLabelDetermine = true;
		}
		if (dealLastTickLabelResultReusable(local, group, extraParams)) layOutAxisTickLabel(cfg, local, shared, axisModel, group, transformGroup, api, AxisTickLabelComputingKind.determine);
		var ticksEls = buildAxisMajorTicks(cfg, group, transformGroup, axisModel);
		syncLabelIgnoreToMajorTicks(cfg, local.labelLayoutList, ticksEls);
		buildAxisMinorTicks(cfg, group, transformGroup, axisModel, cfg.tickDirection);
	},
	/**
	* [CAUTION] This method can be called multiple times, following the change due to `resetCfg` called
	*  in size measurement. Thus this method should be idempotent, and should be performant.
	*/
	axisName: function(cfg, local, shared, axisModel, group, transformGroup, api, extraParams) {
		var sharedRecord = shared.ensureRecord(axisModel);
		if (process.env.NODE_ENV !== "production") {
			var ready = sharedRecord.ready;
			assert(ready.axisTickLabelEstimate || ready.axisTickLabelDetermine);
			ready.axisName = true;
		}
		if (local.nameEl) {
			group.remove(local.nameEl);
			local.nameEl = sharedRecord.nameLayout = sharedRecord.nameLocation = null;
		}
		var name = cfg.axisName;
		if (!hasAxisName(name)) return;
		var nameLocation = cfg.nameLocation;
		var nameDirection = cfg.nameDirection;
		var textStyleModel = axisModel.getModel("nameTextStyle");
		var gap = axisModel.get("nameGap") || 0;
		var extent = axisModel.axis.getExtent();
		var gapStartEndSignal = axisModel.axis.inverse ? -1 : 1;
		var pos = new Point(0, 0);
		var nameMoveDirVec = new Point(0, 0);
		if (nameLocation === "start") {
			pos.x = extent[0] - gapStartEndSignal * gap;
			nameMoveDirVec.x = -gapStartEndSignal;
		} else if (nameLocation === "end") {
			pos.x = extent[1] + gapStartEndSignal * gap;
			nameMoveDirVec.x = gapStartEndSignal;
		} else {
			pos.x = (extent[0] + extent[1]) / 2;
			pos.y = cfg.labelOffset + nameDirection * gap;
			nameMoveDirVec.y = nameDirection;
		}
		var mt = create();
		nameMoveDirVec.transform(rotate(mt, mt, cfg.rotation));
		var nameRotation = axisModel.get("nameRotate");
		if (nameRotation != null) nameRotation = nameRotation * PI$1 / 180;
		var labelLayout;
		var axisNameAvailableWidth;
		if (isNameLocationCenter(nameLocation)) labelLayout = AxisBuilder.innerTextLayout(cfg.rotation, nameRotation != null ? nameRotation : cfg.rotation, nameDirection);
		else {
			labelLayout = endTextLayout(cfg.rotation, nameLocation, nameRotation || 0, extent);
			axisNameAvailableWidth = cfg.raw.axisNameAvailableWidth;
			if (axisNameAvailableWidth != null) {
				axisNameAvailableWidth = Math.abs(axisNameAvailableWidth / Math.sin(labelLayout.rotation));
				!isFinite(axisNameAvailableWidth) && (axisNameAvailableWidth = null);
			}
		}
		var textFont = textStyleModel.getFont();
		var truncateOpt = axisModel.get("nameTruncate", true) || {};
		var ellipsis = truncateOpt.ellipsis;
		var maxWidth = retrieve(cfg.raw.nameTruncateMaxWidth, truncateOpt.maxWidth, axisNameAvailableWidth);
		var nameMarginLevel = extraParams.nameMarginLevel || 0;
		var textEl = new ZRText({
			x: pos.x,
			y: pos.y,
			rotation: labelLayout.rotation,
			silent: AxisBuilder.isLabelSilent(axisModel),
			style: createTextStyle(textStyleModel, {
				text: name,
				font: textFont,
				overflow: "truncate",
				width: maxWidth,
				ellipsis,
				fill: textStyleModel.getTextColor() || axisModel.get([
					"axisLine",
					"lineStyle",
					"color"
				]),
				align: textStyleModel.get("align") || labelLayout.textAlign,
				verticalAlign: textStyleModel.get("verticalAlign") || labelLayout.textVerticalAlign
			}),
			z2: 1
		});
		setTooltipConfig({
			el: textEl,
			componentModel: axisModel,
			itemName: name
		});
		textEl.__fullText = name;
		textEl.anid = "name";
		if (axisModel.get("triggerEvent")) {
			var eventData = AxisBuilder.makeAxisEventDataBase(axisModel);
			eventData.targetType = "axisName";
			eventData.name = name;
			getECData(textEl).eventData = eventData;
		}
		transformGroup.add(textEl);
		textEl.updateTransform();
		local.nameEl = textEl;
		var nameLayout = sharedRecord.nameLayout = ensureLabelLayoutWithGeometry({
			label: textEl,
			priority: textEl.z2,
			defaultAttr: { ignore: textEl.ignore },
			marginDefault: isNameLocationCenter(nameLocation) ? DEFAULT_CENTER_NAME_MARGIN_LEVELS[nameMarginLevel] : DEFAULT_ENDS_NAME_MARGIN_LEVELS[nameMarginLevel]
		});
		sharedRecord.nameLocation = nameLocation;
		group.add(textEl);
		textEl.decomposeTransform();
		if (cfg.shouldNameMoveOverlap && nameLayout) {
			var record = shared.ensureRecord(axisModel);
			if (process.env.NODE_ENV !== "production") assert(record.labelInfoList);
			shared.resolveAxisNameOverlap(cfg, shared, axisModel, nameLayout, nameMoveDirVec, record);
		}
	}
};
function layOutAxisTickLabel(cfg, local, shared, axisModel, group, transformGroup, api, kind) {
	if (!axisLabelBuildResultExists(local)) buildAxisLabel(cfg, local, group, kind, axisModel, api);
	var labelLayoutList = local.labelLayoutList;
	updateAxisLabelChangableProps(cfg, axisModel, labelLayoutList, transformGroup);
	adjustBreakLabels(axisModel, cfg.rotation, labelLayoutList);
	var optionHideOverlap = cfg.optionHideOverlap;
	fixMinMaxLabelShow(axisModel, labelLayoutList, optionHideOverlap);
	if (optionHideOverlap) hideOverlap(filter(labelLayoutList, function(layout) {
		return layout && !layout.label.ignore;
	}));
	resetOverlapRecordToShared(cfg, shared, axisModel, labelLayoutList);
}
function endTextLayout(rotation, textPosition, textRotate, extent) {
	var rotationDiff = remRadian(textRotate - rotation);
	var textAlign;
	var textVerticalAlign;
	var inverse = extent[0] > extent[1];
	var onLeft = textPosition === "start" && !inverse || textPosition !== "start" && inverse;
	if (isRadianAroundZero(rotationDiff - PI$1 / 2)) {
		textVerticalAlign = onLeft ? "bottom" : "top";
		textAlign = "center";
	} else if (isRadianAroundZero(rotationDiff - PI$1 * 1.5)) {
		textVerticalAlign = onLeft ? "top" : "bottom";
		textAlign = "center";
	} else {
		textVerticalAlign = "middle";
		if (rotationDiff < PI$1 * 1.5 && rotationDiff > PI$1 / 2) textAlign = onLeft ? "left" : "right";
		else textAlign = onLeft ? "right" : "left";
	}
	return {
		rotation: rotationDiff,
		textAlign,
		textVerticalAlign
	};
}
/**
* Assume `labelLayoutList` has no `label.ignore: true`.
* Assume `labelLayoutList` have been sorted by value ascending order.
*/
function fixMinMaxLabelShow(axisModel, labelLayoutList, optionHideOverlap) {
	var axis = axisModel.axis;
	var customValuesOption = axisModel.get(["axisLabel", "customValues"]);
	if (shouldShowAllLabels(axis)) return;
	function deal(showMinMaxLabelOption, outmostLabelIdx, innerLabelIdx) {
		var outmostLabelLayout = ensureLabelLayoutWithGeometry(labelLayoutList[outmostLabelIdx]);
		var innerLabelLayout = ensureLabelLayoutWithGeometry(labelLayoutList[innerLabelIdx]);
		var scale = axis.scale;
		if (!outmostLabelLayout || !innerLabelLayout) return;
		if (showMinMaxLabelOption == null) {
			if (!optionHideOverlap && customValuesOption) return;
			var tick = getLabelInner(outmostLabelLayout.label).labelInfo.tick;
			if (isTimeScale(scale) && tick.notNice || isOrdinalScale(scale) && tick.offInterval) {
				ignoreEl(outmostLabelLayout.label);
				return;
			}
		}
		if (showMinMaxLabelOption === false || outmostLabelLayout.suggestIgnore) {
			ignoreEl(outmostLabelLayout.label);
			return;
		}
		if (innerLabelLayout.suggestIgnore) {
			ignoreEl(innerLabelLayout.label);
			return;
		}
		var touchThreshold = .1;
		if (!optionHideOverlap) {
			var marginForce = [
				0,
				0,
				0,
				0
			];
			outmostLabelLayout = newLabelLayoutWithGeometry({ marginForce }, outmostLabelLayout);
			innerLabelLayout = newLabelLayoutWithGeometry({ marginForce }, innerLabelLayout);
		}
		if (labelIntersect(outmostLabelLayout, innerLabelLayout, null, { touchThreshold })) {
			if (showMinMaxLabelOption) ignoreEl(innerLabelLayout.label);
			else ignoreEl(outmostLabelLayout.label);
		}
	}
	var showMinLabelOption = axisModel.get(["axisLabel", "showMinLabel"]);
	var showMaxLabelOption = axisModel.get(["axisLabel", "showMaxLabel"]);
	var labelsLen = labelLayoutList.length;
	deal(showMinLabelOption, 0, 1);
	deal(showMaxLabelOption, labelsLen - 1, labelsLen - 2);
}
function syncLabelIgnoreToMajorTicks(cfg, labelLayoutList, tickEls) {
	if (cfg.showMinorTicks) return;
	each$3(labelLayoutList, function(labelLayout) {
		if (labelLayout && labelLayout.label.ignore) for (var idx = 0; idx < tickEls.length; idx++) {
			var tickEl = tickEls[idx];
			var tickInner = getTickInner(tickEl);
			var labelInner = getLabelInner(labelLayout.label);
			if (tickInner.tickValue != null && !tickInner.onBand && tickInner.tickValue === labelInner.labelInfo.tick.value) {
				ignoreEl(tickEl);
				return;
			}
		}
	});
}
function ignoreEl(el) {
	el && (el.ignore = true);
}
function createTicks(ticksCoords, tickTransform, tickEndCoord, tickLineStyle, anidPrefix) {
	var tickEls = [];
	var pt1 = [];
	var pt2 = [];
	for (var i = 0; i < ticksCoords.length; i++) {
		var tickCoord = ticksCoords[i].coord;
		pt1[0] = tickCoord;
		pt1[1] = 0;
		pt2[0] = tickCoord;
		pt2[1] = tickEndCoord;
		if (tickTransform) {
			applyTransform$1(pt1, pt1, tickTransform);
			applyTransform$1(pt2, pt2, tickTransform);
		}
		var tickEl = new Line$1({
			shape: {
				x1: pt1[0],
				y1: pt1[1],
				x2: pt2[0],
				y2: pt2[1]
			},
			style: tickLineStyle,
			z2: 2,
			autoBatch: true,
			silent: true
		});
		subPixelOptimizeLine(tickEl.shape, tickEl.style.lineWidth);
		tickEl.anid = anidPrefix + "_" + ticksCoords[i].tickValue;
		tickEls.push(tickEl);
		var inner = getTickInner(tickEl);
		inner.onBand = !!ticksCoords[i].onBand;
		inner.tickValue = ticksCoords[i].tickValue;
	}
	return tickEls;
}
function buildAxisMajorTicks(cfg, group, transformGroup, axisModel) {
	var axis = axisModel.axis;
	var tickModel = axisModel.getModel("axisTick");
	var shown = tickModel.get("show");
	if (shown === "auto") {
		shown = true;
		if (cfg.raw.axisTickAutoShow != null) shown = !!cfg.raw.axisTickAutoShow;
	}
	if (!shown || axis.scale.isBlank()) return [];
	var lineStyleModel = tickModel.getModel("lineStyle");
	var tickEndCoord = cfg.tickDirection * tickModel.get("length");
	var ticksEls = createTicks(axis.getTicksCoords(), transformGroup.transform, tickEndCoord, defaults(lineStyleModel.getLineStyle(), { stroke: axisModel.get([
		"axisLine",
		"lineStyle",
		"color"
	]) }), "ticks");
	for (var i = 0; i < ticksEls.length; i++) group.add(ticksEls[i]);
	return ticksEls;
}
function buildAxisMinorTicks(cfg, group, transformGroup, axisModel, tickDirection) {
	var axis = axisModel.axis;
	var minorTickModel = axisModel.getModel("minorTick");
	if (!cfg.showMinorTicks || axis.scale.isBlank()) return;
	var minorTicksCoords = axis.getMinorTicksCoords();
	if (!minorTicksCoords.length) return;
	var lineStyleModel = minorTickModel.getModel("lineStyle");
	var tickEndCoord = tickDirection * minorTickModel.get("length");
	var minorTickLineStyle = defaults(lineStyleModel.getLineStyle(), defaults(axisModel.getModel("axisTick").getLineStyle(), { stroke: axisModel.get([
		"axisLine",
		"lineStyle",
		"color"
	]) }));
	for (var i = 0; i < minorTicksCoords.length; i++) {
		var minorTicksEls = createTicks(minorTicksCoords[i], transformGroup.transform, tickEndCoord, minorTickLineStyle, "minorticks_" + i);
		for (var k = 0; k < minorTicksEls.length; k++) group.add(minorTicksEls[k]);
	}
}
function dealLastTickLabelResultReusable(local, group, extraParams) {
	if (axisLabelBuildResultExists(local)) {
		var axisLabelsCreationContext = local.axisLabelsCreationContext;
		if (process.env.NODE_ENV !== "production") assert(local.labelGroup && axisLabelsCreationContext);
		var noPxChangeTryDetermine = axisLabelsCreationContext.out.noPxChangeTryDetermine;
		if (extraParams.noPxChange) {
			var canDetermine = true;
			for (var idx = 0; idx < noPxChangeTryDetermine.length; idx++) canDetermine = canDetermine && noPxChangeTryDetermine[idx]();
			if (canDetermine) return false;
		}
		if (noPxChangeTryDetermine.length) {
			group.remove(local.labelGroup);
			axisLabelBuildResultSet(local, null, null, null);
		}
	}
	return true;
}
function buildAxisLabel(cfg, local, group, kind, axisModel, api) {
	var axis = axisModel.axis;
	var show = retrieve(cfg.raw.axisLabelShow, axisModel.get(["axisLabel", "show"]));
	var labelGroup = new Group();
	group.add(labelGroup);
	var axisLabelCreationCtx = createAxisLabelsComputingContext(kind);
	if (!show || axis.scale.isBlank()) {
		axisLabelBuildResultSet(local, [], labelGroup, axisLabelCreationCtx);
		return;
	}
	var labelModel = axisModel.getModel("axisLabel");
	var labels = axis.getViewLabels(axisLabelCreationCtx);
	var labelRotation = (retrieve(cfg.raw.labelRotate, labelModel.get("rotate")) || 0) * PI$1 / 180;
	var labelLayout = AxisBuilder.innerTextLayout(cfg.rotation, labelRotation, cfg.labelDirection);
	var rawCategoryData = axisModel.getCategories && axisModel.getCategories(true);
	var labelEls = [];
	var triggerEvent = axisModel.get("triggerEvent");
	var z2Min = 1e400;
	var z2Max = -1e400;
	each$3(labels, function(labelItem, index) {
		var _a;
		var labelItemTick = labelItem.tick;
		var formattedLabel = labelItem.formattedLabel;
		var rawLabel = labelItem.rawLabel;
		var itemLabelModel = labelModel;
		var tickValue = getTickValueOutermost(axis.scale, labelItemTick);
		if (rawCategoryData && rawCategoryData[tickValue]) {
			var rawCategoryItem = rawCategoryData[tickValue];
			if (isObject$2(rawCategoryItem) && rawCategoryItem.textStyle) itemLabelModel = new Model(rawCategoryItem.textStyle, labelModel, axisModel.ecModel);
		}
		var textColor = itemLabelModel.getTextColor() || axisModel.get([
			"axisLine",
			"lineStyle",
			"color"
		]);
		var align = itemLabelModel.getShallow("align", true) || labelLayout.textAlign;
		var alignMin = retrieve2(itemLabelModel.getShallow("alignMinLabel", true), align);
		var alignMax = retrieve2(itemLabelModel.getShallow("alignMaxLabel", true), align);
		var verticalAlign = itemLabelModel.getShallow("verticalAlign", true) || itemLabelModel.getShallow("baseline", true) || labelLayout.textVerticalAlign;
		var verticalAlignMin = retrieve2(itemLabelModel.getShallow("verticalAlignMinLabel", true), verticalAlign);
		var verticalAlignMax = retrieve2(itemLabelModel.getShallow("verticalAlignMaxLabel", true), verticalAlign);
		var z2 = 10 + (((_a = labelItemTick.time) === null || _a === void 0 ? void 0 : _a.level) || 0);
		z2Min = Math.min(z2Min, z2);
		z2Max = Math.max(z2Max, z2);
		var textEl = new ZRText({
			x: 0,
			y: 0,
			rotation: 0,
			silent: AxisBuilder.isLabelSilent(axisModel),
			z2,
			style: createTextStyle(itemLabelModel, {
				text: formattedLabel,
				align: index === 0 ? alignMin : index === labels.length - 1 ? alignMax : align,
				verticalAlign: index === 0 ? verticalAlignMin : index === labels.length - 1 ? verticalAlignMax : verticalAlign,
				fill: isFunction(textColor) ? textColor(axis.type === "category" ? rawLabel : axis.type === "value" ? tickValue + "" : tickValue, index) : textColor
			})
		});
		textEl.anid = "label_" + tickValue;
		var inner = getLabelInner(textEl);
		inner.labelInfo = labelItem;
		inner.layoutRotation = labelLayout.rotation;
		setTooltipConfig({
			el: textEl,
			componentModel: axisModel,
			itemName: formattedLabel,
			formatterParamsExtra: {
				isTruncated: function() {
					return textEl.isTruncated;
				},
				value: rawLabel,
				tickIndex: index
			}
		});
		if (triggerEvent) {
			var eventData = AxisBuilder.makeAxisEventDataBase(axisModel);
			eventData.targetType = "axisLabel";
			eventData.value = rawLabel;
			eventData.tickIndex = index;
			var labelItemTickBreak = labelItem.tick["break"];
			if (labelItemTickBreak) {
				var labelItemTickBreakParsedBreak = labelItemTickBreak.parsedBreak;
				eventData["break"] = {
					start: labelItemTickBreakParsedBreak.vmin,
					end: labelItemTickBreakParsedBreak.vmax
				};
			}
			if (axis.type === "category") eventData.dataIndex = tickValue;
			getECData(textEl).eventData = eventData;
			if (labelItemTickBreak) addBreakEventHandler(axisModel, api, textEl, labelItemTickBreak);
		}
		labelEls.push(textEl);
		labelGroup.add(textEl);
	});
	axisLabelBuildResultSet(local, map$1(labelEls, function(label) {
		return {
			label,
			priority: getLabelInner(label).labelInfo.tick["break"] ? label.z2 + (z2Max - z2Min + 1) : label.z2,
			defaultAttr: { ignore: label.ignore }
		};
	}), labelGroup, axisLabelCreationCtx);
}
function axisLabelBuildResultExists(local) {
	return !!local.labelLayoutList;
}
function axisLabelBuildResultSet(local, labelLayoutList, labelGroup, axisLabelsCreationContext) {
	local.labelLayoutList = labelLayoutList;
	local.labelGroup = labelGroup;
	local.axisLabelsCreationContext = axisLabelsCreationContext;
}
function updateAxisLabelChangableProps(cfg, axisModel, labelLayoutList, transformGroup) {
	var labelMargin = axisModel.get(["axisLabel", "margin"]);
	each$3(labelLayoutList, function(layout, idx) {
		var geometry = ensureLabelLayoutWithGeometry(layout);
		if (!geometry) return;
		var labelEl = geometry.label;
		var inner = getLabelInner(labelEl);
		geometry.suggestIgnore = labelEl.ignore;
		labelEl.ignore = false;
		copyTransform(_tmpLayoutEl, _tmpLayoutElReset);
		var axis = axisModel.axis;
		_tmpLayoutEl.x = axis.dataToCoord(getTickValueOutermost(axis.scale, inner.labelInfo.tick));
		_tmpLayoutEl.y = cfg.labelOffset + cfg.labelDirection * labelMargin;
		_tmpLayoutEl.rotation = inner.layoutRotation;
		transformGroup.add(_tmpLayoutEl);
		_tmpLayoutEl.updateTransform();
		transformGroup.remove(_tmpLayoutEl);
		_tmpLayoutEl.decomposeTransform();
		copyTransform(labelEl, _tmpLayoutEl);
		labelEl.markRedraw();
		setLabelLayoutDirty(geometry, true);
		ensureLabelLayoutWithGeometry(geometry);
	});
}
var _tmpLayoutEl = new Rect();
var _tmpLayoutElReset = new Rect();
function hasAxisName(axisName) {
	return !!axisName;
}
function addBreakEventHandler(axisModel, api, textEl, visualBreak) {
	textEl.on("click", function(params) {
		var payload = {
			type: AXIS_BREAK_EXPAND_ACTION_TYPE,
			breaks: [{
				start: visualBreak.parsedBreak.breakOption.start,
				end: visualBreak.parsedBreak.breakOption.end
			}]
		};
		payload[axisModel.axis.dim + "AxisIndex"] = axisModel.componentIndex;
		api.dispatchAction(payload);
	});
}
function adjustBreakLabels(axisModel, axisRotation, labelLayoutList) {
	var scaleBreakHelper = getScaleBreakHelper();
	if (!scaleBreakHelper) return;
	var breakLabelIndexPairs = scaleBreakHelper.retrieveAxisBreakPairs(labelLayoutList, function(layoutInfo) {
		return layoutInfo && getLabelInner(layoutInfo.label).labelInfo.tick["break"];
	}, true);
	var moveOverlap = axisModel.get(["breakLabelLayout", "moveOverlap"], true);
	if (moveOverlap === true || moveOverlap === "auto") each$3(breakLabelIndexPairs, function(idxPair) {
		getAxisBreakHelper().adjustBreakLabelPair(axisModel.axis.inverse, axisRotation, [ensureLabelLayoutWithGeometry(labelLayoutList[idxPair[0]]), ensureLabelLayoutWithGeometry(labelLayoutList[idxPair[1]])]);
	});
}

// node_modules/echarts/lib/coord/cartesian/cartesianAxisHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* [__CAUTION__]
*  MUST guarantee: if only the input `rect` and `axis.extent` changed,
*  only `layout.position` changes.
*  This character is replied on `grid.contain` calculation in `AxisBuilder`.
*  @see updateCartesianAxisViewCommonPartBuilder
*
* Can only be called after coordinate system creation stage.
* (Can be called before coordinate system update stage).
*/
function layout(rect, axisModel, opt) {
	opt = opt || {};
	var axis = axisModel.axis;
	var layout = {};
	var otherAxisOnZeroOf = axis.getAxesOnZeroOf()[0];
	var rawAxisPosition = axis.position;
	var axisPosition = otherAxisOnZeroOf ? "onZero" : rawAxisPosition;
	var axisDim = axis.dim;
	var rectBound = [
		rect.x,
		rect.x + rect.width,
		rect.y,
		rect.y + rect.height
	];
	var idx = {
		left: 0,
		right: 1,
		top: 0,
		bottom: 1,
		onZero: 2
	};
	var axisOffset = axisModel.get("offset") || 0;
	var posBound = axisDim === "x" ? [rectBound[2] - axisOffset, rectBound[3] + axisOffset] : [rectBound[0] - axisOffset, rectBound[1] + axisOffset];
	if (otherAxisOnZeroOf) {
		var onZeroCoord = otherAxisOnZeroOf.toGlobalCoord(otherAxisOnZeroOf.dataToCoord(0));
		posBound[idx.onZero] = Math.max(Math.min(onZeroCoord, posBound[1]), posBound[0]);
	}
	layout.position = [axisDim === "y" ? posBound[idx[axisPosition]] : rectBound[0], axisDim === "x" ? posBound[idx[axisPosition]] : rectBound[3]];
	layout.rotation = Math.PI / 2 * (axisDim === "x" ? 0 : 1);
	layout.labelDirection = layout.tickDirection = layout.nameDirection = {
		top: -1,
		bottom: 1,
		left: -1,
		right: 1
	}[rawAxisPosition];
	layout.labelOffset = otherAxisOnZeroOf ? posBound[idx[rawAxisPosition]] - posBound[idx.onZero] : 0;
	if (axisModel.get(["axisTick", "inside"])) layout.tickDirection = -layout.tickDirection;
	if (retrieve(opt.labelInside, axisModel.get(["axisLabel", "inside"]))) layout.labelDirection = -layout.labelDirection;
	var labelRotate = axisModel.get(["axisLabel", "rotate"]);
	layout.labelRotate = axisPosition === "top" ? -labelRotate : labelRotate;
	layout.z2 = 1;
	return layout;
}
function findAxisModels(seriesModel) {
	var axisModelMap = {
		xAxisModel: null,
		yAxisModel: null
	};
	each$3(axisModelMap, function(v, key) {
		var axisType = key.replace(/Model$/, "");
		var axisModel = seriesModel.getReferringComponents(axisType, SINGLE_REFERRING).models[0];
		if (process.env.NODE_ENV !== "production") {
			if (!axisModel) throw new Error(axisType + " \"" + retrieve3(seriesModel.get(axisType + "Index"), seriesModel.get(axisType + "Id"), 0) + "\" not found");
		}
		axisModelMap[key] = axisModel;
	});
	return axisModelMap;
}
function createCartesianAxisViewCommonPartBuilder(gridRect, cartesians, axisModel, api, ctx, defaultNameMoveOverlap) {
	var layoutResult = layout(gridRect, axisModel);
	var axisLineAutoShow = false;
	var axisTickAutoShow = false;
	for (var i = 0; i < cartesians.length; i++) if (isIntervalOrLogScale(cartesians[i].getOtherAxis(axisModel.axis).scale)) {
		axisLineAutoShow = axisTickAutoShow = true;
		if (axisModel.axis.type === "category" && axisModel.axis.onBand) axisTickAutoShow = false;
	}
	layoutResult.axisLineAutoShow = axisLineAutoShow;
	layoutResult.axisTickAutoShow = axisTickAutoShow;
	layoutResult.defaultNameMoveOverlap = defaultNameMoveOverlap;
	return new AxisBuilder(axisModel, api, layoutResult, ctx);
}
function updateCartesianAxisViewCommonPartBuilder(axisBuilder, gridRect, axisModel) {
	var newRaw = layout(gridRect, axisModel);
	if (process.env.NODE_ENV !== "production") {
		var oldRaw_1 = axisBuilder.__getRawCfg();
		each$3(keys(newRaw), function(prop) {
			if (prop !== "position" && prop !== "labelOffset") assert(newRaw[prop] === oldRaw_1[prop]);
		});
	}
	axisBuilder.updateCfg(newRaw);
}

// node_modules/echarts/lib/coord/scaleRawExtentInfo.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* NOTICE: Can be only used in `ensureScaleStore(axisLike)`.
*
* In most cases the instances of `Axis` and `Scale` are one-to-one mapping and share the same lifecycle.
* But in some external usage (such as echarts-gl), axis instance does not necessarily exist, and only
* scale instance and axisModel are used. Therefore we store the internal info on scale instance directly.
*/
var scaleInner = makeInner();
var AXIS_EXTENT_INFO_BUILD_FROM_DATA_ZOOM = 2;
var AXIS_EXTENT_INFO_BUILD_FROM_EMPTY = 3;
var ScaleRawExtentInfo = function() {
	function ScaleRawExtentInfo(scale, model, dataExtent, requireStartValue, requireContainShape) {
		var isOrdinal = isOrdinalScale(scale);
		var axisDataLen = isOrdinal ? model.getCategories().length : null;
		var categoryAxisModelDataIsEmptyArray;
		if (isOrdinal) {
			var axisModelDataArray = model.getCategories(true);
			categoryAxisModelDataIsEmptyArray = axisModelDataArray && !axisModelDataArray.length;
		}
		var dataMM = dataExtent.slice();
		if (isIntervalScale(scale) || isLogScale(scale) || isTimeScale(scale)) {
			unionExtentStartFromNumber(dataMM, parseAxisModelMinMax(scale, model.get("dataMin", true)));
			unionExtentEndFromNumber(dataMM, parseAxisModelMinMax(scale, model.get("dataMax", true)));
		}
		if (!extentHasValue(dataMM)) dataMM[0] = dataMM[1] = NaN;
		var noZoomEffMM = [];
		var fixMM = [false, false];
		var modelMinRaw = model.get("min", true);
		if (modelMinRaw === "dataMin") {
			noZoomEffMM[0] = dataMM[0];
			fixMM[0] = true;
		} else {
			noZoomEffMM[0] = parseAxisModelMinMax(scale, isFunction(modelMinRaw) ? modelMinRaw({
				min: dataMM[0],
				max: dataMM[1]
			}) : modelMinRaw);
			fixMM[0] = noZoomEffMM[0] != null;
		}
		var modelMaxRaw = model.get("max", true);
		if (modelMaxRaw === "dataMax") {
			noZoomEffMM[1] = dataMM[1];
			fixMM[1] = true;
		} else {
			noZoomEffMM[1] = parseAxisModelMinMax(scale, isFunction(modelMaxRaw) ? modelMaxRaw({
				min: dataMM[0],
				max: dataMM[1]
			}) : modelMaxRaw);
			fixMM[1] = noZoomEffMM[1] != null;
		}
		var boundaryGap = parseBoundaryGapOption(scale, model);
		var span = !isOrdinal ? dataMM[1] - dataMM[0] || Math.abs(dataMM[0]) : null;
		if (noZoomEffMM[0] == null) noZoomEffMM[0] = isOrdinal ? categoryAxisModelDataIsEmptyArray ? dataMM[0] : axisDataLen ? 0 : NaN : dataMM[0] - boundaryGap[0] * span;
		if (noZoomEffMM[1] == null) noZoomEffMM[1] = isOrdinal ? categoryAxisModelDataIsEmptyArray ? dataMM[1] : axisDataLen ? axisDataLen - 1 : NaN : dataMM[1] + boundaryGap[1] * span;
		!isValidNumberForExtent(noZoomEffMM[0]) && (noZoomEffMM[0] = NaN);
		!isValidNumberForExtent(noZoomEffMM[1]) && (noZoomEffMM[1] = NaN);
		var isBlank = categoryAxisModelDataIsEmptyArray || eqNaN(noZoomEffMM[0]) || eqNaN(noZoomEffMM[1]) || isOrdinal && !axisDataLen;
		var needIncludeZeroApplicable = isIntervalScale(scale);
		var needIncludeZero = needIncludeZeroApplicable && model.needIncludeZero && model.needIncludeZero();
		if (needIncludeZero) {
			if (noZoomEffMM[0] > 0 && noZoomEffMM[1] > 0 && !fixMM[0]) noZoomEffMM[0] = 0;
			if (noZoomEffMM[0] < 0 && noZoomEffMM[1] < 0 && !fixMM[1]) noZoomEffMM[1] = 0;
		}
		var needToggleAxisInverse = false;
		if (noZoomEffMM[0] > noZoomEffMM[1]) {
			noZoomEffMM.reverse();
			needToggleAxisInverse = true;
		}
		var startValue = parseAxisModelMinMax(scale, model.get("startValue", true));
		var startValueSpecified = startValue != null;
		if (!isNullableNumberFinite(startValue) && requireStartValue) startValue = scale.getDefaultStartValue ? scale.getDefaultStartValue() : 0;
		if (isNullableNumberFinite(startValue) && (startValueSpecified || !needIncludeZeroApplicable || needIncludeZero)) {
			if (startValue < noZoomEffMM[0] && !fixMM[0]) {
				noZoomEffMM[0] = startValue;
				fixMM[0] = true;
			} else if (startValue > noZoomEffMM[1] && !fixMM[1]) {
				noZoomEffMM[1] = startValue;
				fixMM[1] = true;
			}
		}
		sanitizeExtent(this._i = {
			scale,
			dataMM,
			noZoomEffMM,
			zoomMM: [],
			fixMM,
			zoomFixMM: [false, false],
			startValue,
			isBlank,
			incl0: needIncludeZero,
			tggAxInv: needToggleAxisInverse,
			ctnShp: requireContainShape
		}, noZoomEffMM);
	}
	ScaleRawExtentInfo.prototype.makeNoZoom = function() {
		return this._i.noZoomEffMM.slice();
	};
	ScaleRawExtentInfo.prototype.makeFinal = function() {
		var internal = this._i;
		var zoomMM = internal.zoomMM;
		var noZoomEffMM = internal.noZoomEffMM;
		var zoomFixMM = internal.zoomFixMM;
		var fixMM = internal.fixMM;
		var result = {
			fixMM,
			zoomFixMM,
			isBlank: internal.isBlank,
			incl0: internal.incl0,
			tggAxInv: internal.tggAxInv,
			ctnShp: internal.ctnShp,
			effMM: noZoomEffMM.slice()
		};
		var effMM = result.effMM;
		if (zoomMM[0] != null) {
			effMM[0] = zoomMM[0];
			fixMM[0] = zoomFixMM[0] = true;
		}
		if (zoomMM[1] != null) {
			effMM[1] = zoomMM[1];
			fixMM[1] = zoomFixMM[1] = true;
		}
		sanitizeExtent(internal, effMM);
		return result;
	};
	ScaleRawExtentInfo.prototype.makeRenderInfo = function() {
		return { startValue: this._i.startValue };
	};
	/**
	* NOTICE:
	*  - Do not set them if the percent are 0% or 100%. (See `AxisProxy['reset']`.)
	*  - The caller must ensure `start <= end` and the range is equal or less then `noZoomEffMM`.
	*    (See `AxisProxy['calculateDataWindow']`.)
	*  - The outcome `_zoomMM` may have both `NullUndefined` and a finite value, like `[undefined, 123]`.
	*/
	ScaleRawExtentInfo.prototype.setZoomMM = function(idxMinMax, val) {
		this._i.zoomMM[idxMinMax] = val;
	};
	return ScaleRawExtentInfo;
}();
/**
* Should be called when a new extent is created or modified.
*/
function sanitizeExtent(internal, mm) {
	var scale = internal.scale;
	var dataMM = internal.dataMM;
	if (scale.sanitize) {
		mm[0] = scale.sanitize(mm[0], dataMM);
		mm[1] = scale.sanitize(mm[1], dataMM);
		ensureExtentAscSimply(mm);
	}
}
function parseAxisModelMinMax(scale, minMax) {
	return minMax == null ? null : eqNaN(minMax) ? NaN : scale.parse(minMax);
}
function parseBoundaryGapOption(scale, model) {
	var boundaryGapOptionArr;
	if (isOrdinalScale(scale)) boundaryGapOptionArr = [0, 0];
	else {
		var boundaryGap = model.get("boundaryGap");
		if (typeof boundaryGap === "boolean") {
			if (process.env.NODE_ENV !== "production") {
				if (boundaryGap === true) console.warn("Boolean type for boundaryGap is only allowed for ordinal axis. Please use string in percentage instead, e.g., \"20%\". Currently, boundaryGap is set to 0.");
			}
			boundaryGap = null;
		}
		boundaryGapOptionArr = isArray(boundaryGap) ? boundaryGap : [boundaryGap, boundaryGap];
	}
	return [parseBoundaryGapOptionItem(boundaryGapOptionArr[0]), parseBoundaryGapOptionItem(boundaryGapOptionArr[1])];
}
function parseBoundaryGapOptionItem(opt) {
	return parsePercent$1(typeof opt === "boolean" ? 0 : opt, 1) || 0;
}
/**
* NOTE: `associateSeriesWithAxis` is not necessarily called, e.g., when
* an axis is not used by any series.
*/
function ensureScaleStore(axisLike) {
	var store = scaleInner(axisLike.scale);
	if (!store.extent) store.extent = initExtentForUnion();
	return store;
}
/**
* This supports union extent on case like: pie (or other similar series)
* lays out on cartesian2d.
* @see scaleRawExtentInfoCreate
*/
function scaleRawExtentInfoEnableBoxCoordSysUsage(axisLike, coordSysDimIdxMap) {
	ensureScaleStore(axisLike).dimIdxInCoord = coordSysDimIdxMap.get(axisLike.dim);
}
/**
* @usage
*  class SomeCoordSys {
*      static create() {
*          ecModel.eachSeries(function (seriesModel) {
*              associateSeriesWithAxis(axis1, seriesModel, ...);
*              associateSeriesWithAxis(axis2, seriesModel, ...);
*              // ...
*          });
*      }
*      update() {
*          scaleRawExtentInfoCreate(axis1);
*          scaleRawExtentInfoCreate(axis2);
*      }
*  }
*  class AxisProxy {
*      reset() {
*          scaleRawExtentInfoCreate(axis1);
*      }
*  }
*
* NOTICE:
*  - `associateSeriesWithAxis`(in `axisStatistics.ts`) should be called in:
*    - Coord sys create method.
*  - `scaleRawExtentInfoCreate` should be typically called in:
*    - `dataZoom` processor. It requires processing like:
*      1. Filter series data by dataZoom1;
*      2. Union the filtered data and init the extent of the orthogonal axes, which is the 100% of dataZoom2;
*      3. Filter series data by dataZoom2;
*      4. ...
*    - Coord sys update method, for other axes that not covered by `dataZoom`.
*      NOTE: If a `dataZoom` covers this series, this data and its extent has been dataZoom-filtered.
*      Therefore this handling should not before `dataZoom`.
*  - The callback of `min`/`max` in ec option should NOT be called multiple times,
*    therefore, we initialize `ScaleRawExtentInfo` uniformly in `scaleRawExtentInfoCreate`.
*
* @see SCALE_EXTENT_CONSTRUCTION for the full processing flow.
*/
function scaleRawExtentInfoCreate(axis, from) {
	var scale = axis.scale;
	var model = axis.model;
	var axisDim = axis.dim;
	if (process.env.NODE_ENV !== "production") assert(scale && model && axisDim);
	if (scale.rawExtentInfo) {
		if (process.env.NODE_ENV !== "production") assert(scale.rawExtentInfo.from !== from || from === 2);
		return;
	}
	scaleRawExtentInfoCreateDeal(scale, axis, axisDim, model, from);
}
function scaleRawExtentInfoCreateDeal(scale, axis, axisDim, model, from) {
	var scaleStore = ensureScaleStore(axis);
	var extent = scaleStore.extent;
	var requireStartValue = false;
	eachSeriesOnAxis(axis, function(seriesModel) {
		if (seriesModel.boxCoordinateSystem) {
			var coord = getCoordForCoordSysUsageKindBox(seriesModel).coord;
			var dimIdx = scaleStore.dimIdxInCoord;
			if (!(dimIdx >= 0)) {
				if (process.env.NODE_ENV !== "production") error("Property \"series.coord\" is not supported on axis " + seriesModel.boxCoordinateSystem.type + ".");
			} else if (isArray(coord)) {
				var coordItem = coord[dimIdx];
				if (coordItem != null && !isArray(coordItem)) unionExtentFromNumber(extent, scale.parse(coordItem));
			}
		} else if (seriesModel.coordinateSystem) {
			var data_1 = seriesModel.getData();
			if (data_1) {
				var filter_1 = scale.getFilter ? scale.getFilter() : null;
				each$3(getDataDimensionsOnAxis(data_1, axisDim), function(dim) {
					unionExtentFromExtent(extent, data_1.getApproximateExtent(dim, filter_1));
				});
			}
			if (seriesModel.__requireStartValue && seriesModel.__requireStartValue(axis)) requireStartValue = true;
		}
	});
	var requireContainShape = determineRequireContainShape(scale, axis, model);
	injectScaleRawExtentInfo(scale, new ScaleRawExtentInfo(scale, model, extent, requireStartValue, requireContainShape), from);
	scaleStore.extent = null;
}
/**
* `rawExtentInfo` may not be created in some cases, such as no series declared or extra useless
* axes declared in ec option. In this case we still create a default one for that empty axis.
*/
function scaleRawExtentInfoBuildDefault(axisLike, dataExtent) {
	var scale = axisLike.scale;
	if (process.env.NODE_ENV !== "production") assert(!scale.rawExtentInfo);
	injectScaleRawExtentInfo(scale, new ScaleRawExtentInfo(scale, axisLike.model, dataExtent, false, false), AXIS_EXTENT_INFO_BUILD_FROM_EMPTY);
}
function injectScaleRawExtentInfo(scale, scaleRawExtentInfo, from) {
	scale.rawExtentInfo = scaleRawExtentInfo;
	scaleRawExtentInfo.from = from;
}
var axisContainShapeHandlerMap = createHashMap();
/**
* Prepare axis scale extent before "nice".
* Item of returned array can only be number (including Infinity and NaN).
*/
function adoptScaleRawExtentInfoAndPrepare(scale, model, ecModel, axis, externalDataExtent) {
	if (process.env.NODE_ENV !== "production") assert(!externalDataExtent || !scale.rawExtentInfo);
	if (!scale.rawExtentInfo) scaleRawExtentInfoBuildDefault({
		scale,
		model
	}, externalDataExtent || initExtentForUnion());
	var rawExtentResult = scale.rawExtentInfo.makeFinal();
	var effectiveMinMax = rawExtentResult.effMM;
	scale.setExtent(effectiveMinMax[0], effectiveMinMax[1]);
	scale.setBlank(rawExtentResult.isBlank);
	if (axis && rawExtentResult.tggAxInv && ecModel && !ecModel.get("legacyMinMaxDontInverseAxis")) axis.inverse = !axis.inverse;
	return rawExtentResult;
}
function determineRequireContainShape(scale, axis, model) {
	var onBand = isAxisOnBand(scale, model);
	var modelContainShape = model.get("containShape", true);
	if (modelContainShape == null && !onBand) modelContainShape = true;
	if (!modelContainShape) return false;
	var requireContainShape = false;
	eachKeyOnAxis(axis, function(axisStatKey) {
		requireContainShape = !!axisContainShapeHandlerMap.get(axisStatKey) || requireContainShape;
	});
	return requireContainShape;
}
/**
* This implements ec option `someAxis.containShape`. That is, expand scale extent slightly to
* ensure shapes of specific series are fully contained in the axis extent without overflow.
*
* NOTICE:
*  Scale extent (data extent) and axis pixel extent (pixel extent) and are required as inputs.
*    - See BAND_WIDTH_USED_SCALE_LINEAR_SPAN.
*    - Axis pixel extent has been set outside, though it may be modified later (e.g., via `outerBounds`).
*
* @tutorial [AXIS_CONTAIN_SHAPE_PROCESSING_ORDER]
*  This is a trade-off between the following 2 approaches:
*    - Steps: (the current implementation)
*        1. Process `dataZoom` based on a full window `noZoomEffMM`.
*        2. Perform "nice" or "align" scale, where `intervalScaleEnsureValidExtent`-ish may be performed to
*           expand extent to avoid `extent[0] === extent[1]`.
*        3. Calculate linear supplement of containShape based on the final result.
*      Cons:
*        - Abrupt changes occur when zooming away from 0% or 100%.
*        - Edge shapes are clipped in "dataZoom shadow".
*    - Steps: (discarded)
*        1. Calculate linear supplement of containShape based on `noZoomEffMM` and
*           `intervalScaleEnsureValidExtent`-ish.
*        2. Process `dataZoom` based on a full window `noZoomEffMM + linearSupplement`.
*        3. Perform "nice"/"align" scale.
*      Cons:
*        - Input `startValue: 0` (in ec option or action) does not corresponds to `0%`, which is unacceptable.
*        - Not easy to perform `intervalScaleEnsureValidExtent`-ish before "nice"/"align" processing.
*
* @see SCALE_EXTENT_CONSTRUCTION for the full processing flow.
*/
function adoptScaleExtentKindMapping(axis, scale, rawExtentResult, ecModel) {
	if (!rawExtentResult.ctnShp) return;
	var linearSupplement;
	eachKeyOnAxis(axis, function(axisStatKey) {
		var handler = axisContainShapeHandlerMap.get(axisStatKey);
		if (handler) {
			var singleLinearSupplement = handler(axis, ecModel);
			if (singleLinearSupplement) {
				linearSupplement = linearSupplement || [0, 0];
				unionExtentStartFromNumber(linearSupplement, singleLinearSupplement[0]);
				unionExtentEndFromNumber(linearSupplement, singleLinearSupplement[1]);
				discourageOnAxisZero(axis);
			}
		}
	});
	if (!linearSupplement) return;
	var scaleExtent = scale.getExtent();
	if (isOrdinalScale(scale)) {
		if (!axis.onBand) scale.setExtent2(1, mathMin$1(scaleExtent[0], scaleExtent[0] + linearSupplement[0]), mathMax$1(scaleExtent[1], scaleExtent[1] + linearSupplement[1]));
	} else {
		var scaleExtentExpanded = scaleExtent.slice();
		if (!rawExtentResult.zoomFixMM[0]) scaleExtentExpanded[0] = mathMin$1(scaleExtentExpanded[0], scale.transformOut(scale.transformIn(scaleExtentExpanded[0], null) + linearSupplement[0], null));
		if (!rawExtentResult.zoomFixMM[1]) scaleExtentExpanded[1] = mathMax$1(scaleExtentExpanded[1], scale.transformOut(scale.transformIn(scaleExtentExpanded[1], null) + linearSupplement[1], null));
		if (scaleExtentExpanded[0] < scaleExtent[0] || scaleExtentExpanded[1] > scaleExtent[1]) scale.setExtent2(1, scaleExtentExpanded[0], scaleExtentExpanded[1]);
	}
}

// node_modules/echarts/lib/coord/cartesian/GridModel.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var OUTER_BOUNDS_DEFAULT = {
	left: 0,
	right: 0,
	top: 0,
	bottom: 0
};
var OUTER_BOUNDS_CLAMP_DEFAULT = ["25%", "25%"];
var COORD_SYS_TYPE_CARTESIAN_2D = "cartesian2d";
var GridModel = function(_super) {
	__extends(GridModel, _super);
	function GridModel() {
		return _super !== null && _super.apply(this, arguments) || this;
	}
	GridModel.prototype.mergeDefaultAndTheme = function(option, ecModel) {
		var outerBoundsCp = getLayoutParams(option.outerBounds);
		_super.prototype.mergeDefaultAndTheme.apply(this, arguments);
		if (outerBoundsCp && option.outerBounds) mergeLayoutParam(option.outerBounds, outerBoundsCp);
	};
	GridModel.prototype.mergeOption = function(newOption, ecModel) {
		_super.prototype.mergeOption.apply(this, arguments);
		if (this.option.outerBounds && newOption.outerBounds) mergeLayoutParam(this.option.outerBounds, newOption.outerBounds);
	};
	GridModel.type = "grid";
	GridModel.dependencies = ["xAxis", "yAxis"];
	GridModel.layoutMode = "box";
	GridModel.defaultOption = {
		show: false,
		z: 0,
		left: "15%",
		top: 65,
		right: "10%",
		bottom: 80,
		containLabel: false,
		outerBoundsMode: "auto",
		outerBounds: OUTER_BOUNDS_DEFAULT,
		outerBoundsContain: "all",
		outerBoundsClampWidth: OUTER_BOUNDS_CLAMP_DEFAULT[0],
		outerBoundsClampHeight: OUTER_BOUNDS_CLAMP_DEFAULT[1],
		backgroundColor: tokens.color.transparent,
		borderWidth: 1,
		borderColor: tokens.color.neutral30
	};
	return GridModel;
}(ComponentModel);

// node_modules/echarts/lib/util/throttle.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var ORIGIN_METHOD = "\0__throttleOriginMethod";
var RATE = "\0__throttleRate";
var THROTTLE_TYPE = "\0__throttleType";
/**
* @public
* @param {(Function)} fn
* @param {number} [delay=0] Unit: ms.
* @param {boolean} [debounce=false]
*        true: If call interval less than `delay`, only the last call works.
*        false: If call interval less than `delay, call works on fixed rate.
* @return {(Function)} throttled fn.
*/
function throttle(fn, delay, debounce) {
	var currCall;
	var lastCall = 0;
	var lastExec = 0;
	var timer = null;
	var diff;
	var scope;
	var args;
	var debounceNextCall;
	delay = delay || 0;
	function exec() {
		lastExec = (/* @__PURE__ */ new Date()).getTime();
		timer = null;
		fn.apply(scope, args || []);
	}
	var cb = function() {
		var cbArgs = [];
		for (var _i = 0; _i < arguments.length; _i++) cbArgs[_i] = arguments[_i];
		currCall = (/* @__PURE__ */ new Date()).getTime();
		scope = this;
		args = cbArgs;
		var thisDelay = debounceNextCall || delay;
		var thisDebounce = debounceNextCall || debounce;
		debounceNextCall = null;
		diff = currCall - (thisDebounce ? lastCall : lastExec) - thisDelay;
		clearTimeout(timer);
		if (thisDebounce) timer = setTimeout(exec, thisDelay);
		else if (diff >= 0) exec();
		else timer = setTimeout(exec, -diff);
		lastCall = currCall;
	};
	/**
	* Clear throttle.
	* @public
	*/
	cb.clear = function() {
		if (timer) {
			clearTimeout(timer);
			timer = null;
		}
	};
	/**
	* Enable debounce once.
	*/
	cb.debounceNextCall = function(debounceDelay) {
		debounceNextCall = debounceDelay;
	};
	return cb;
}
/**
* Create throttle method or update throttle rate.
*
* @example
* ComponentView.prototype.render = function () {
*     ...
*     throttle.createOrUpdate(
*         this,
*         '_dispatchAction',
*         this.model.get('throttle'),
*         'fixRate'
*     );
* };
* ComponentView.prototype.remove = function () {
*     throttle.clear(this, '_dispatchAction');
* };
* ComponentView.prototype.dispose = function () {
*     throttle.clear(this, '_dispatchAction');
* };
*
*/
function createOrUpdate(obj, fnAttr, rate, throttleType) {
	var fn = obj[fnAttr];
	if (!fn) return;
	var originFn = fn[ORIGIN_METHOD] || fn;
	var lastThrottleType = fn[THROTTLE_TYPE];
	if (fn[RATE] !== rate || lastThrottleType !== throttleType) {
		if (rate == null || !throttleType) return obj[fnAttr] = originFn;
		fn = obj[fnAttr] = throttle(originFn, rate, throttleType === "debounce");
		fn[ORIGIN_METHOD] = originFn;
		fn[THROTTLE_TYPE] = throttleType;
		fn[RATE] = rate;
	}
	return fn;
}
/**
* Clear throttle. Example see throttle.createOrUpdate.
*/
function clear(obj, fnAttr) {
	var fn = obj[fnAttr];
	if (fn && fn[ORIGIN_METHOD]) {
		fn.clear && fn.clear();
		obj[fnAttr] = fn[ORIGIN_METHOD];
	}
}

// node_modules/echarts/lib/legacy/dataSelectAction.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function handleSeriesLegacySelectEvents(type, eventPostfix, ecIns, ecModel, payload) {
	var legacyEventName = type + eventPostfix;
	if (!ecIns.isSilent(legacyEventName)) {
		if (process.env.NODE_ENV !== "production") deprecateLog("event " + legacyEventName + " is deprecated.");
		ecModel.eachComponent({
			mainType: "series",
			subType: "pie"
		}, function(seriesModel) {
			var seriesIndex = seriesModel.seriesIndex;
			var selectedMap = seriesModel.option.selectedMap;
			var selected = payload.selected;
			for (var i = 0; i < selected.length; i++) if (selected[i].seriesIndex === seriesIndex) {
				var data = seriesModel.getData();
				var dataIndex = queryDataIndex(data, payload.fromActionPayload);
				ecIns.trigger(legacyEventName, {
					type: legacyEventName,
					seriesId: seriesModel.id,
					name: isArray(dataIndex) ? data.getName(dataIndex[0]) : data.getName(dataIndex),
					selected: isString(selectedMap) ? selectedMap : extend({}, selectedMap)
				});
			}
		});
	}
}
function handleLegacySelectEvents(messageCenter, ecIns, api) {
	messageCenter.on("selectchanged", function(params) {
		var ecModel = api.getModel();
		if (params.isFromClick) {
			handleSeriesLegacySelectEvents("map", "selectchanged", ecIns, ecModel, params);
			handleSeriesLegacySelectEvents("pie", "selectchanged", ecIns, ecModel, params);
		} else if (params.fromAction === "select") {
			handleSeriesLegacySelectEvents("map", "selected", ecIns, ecModel, params);
			handleSeriesLegacySelectEvents("pie", "selected", ecIns, ecModel, params);
		} else if (params.fromAction === "unselect") {
			handleSeriesLegacySelectEvents("map", "unselected", ecIns, ecModel, params);
			handleSeriesLegacySelectEvents("pie", "unselected", ecIns, ecModel, params);
		}
	});
}

// node_modules/echarts/lib/model/globalDefault.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var platform = "";
if (typeof navigator !== "undefined") platform = navigator.platform || "";
var decalColor = "rgba(0, 0, 0, 0.2)";
var themeColor = tokens.color.theme[0];
var lightThemeColor = modifyHSL(themeColor, null, null, .9);
var globalDefault_default = {
	darkMode: "auto",
	colorBy: "series",
	color: tokens.color.theme,
	gradientColor: [lightThemeColor, themeColor],
	aria: { decal: { decals: [
		{
			color: decalColor,
			dashArrayX: [1, 0],
			dashArrayY: [2, 5],
			symbolSize: 1,
			rotation: Math.PI / 6
		},
		{
			color: decalColor,
			symbol: "circle",
			dashArrayX: [[8, 8], [
				0,
				8,
				8,
				0
			]],
			dashArrayY: [6, 0],
			symbolSize: .8
		},
		{
			color: decalColor,
			dashArrayX: [1, 0],
			dashArrayY: [4, 3],
			rotation: -Math.PI / 4
		},
		{
			color: decalColor,
			dashArrayX: [[6, 6], [
				0,
				6,
				6,
				0
			]],
			dashArrayY: [6, 0]
		},
		{
			color: decalColor,
			dashArrayX: [[1, 0], [1, 6]],
			dashArrayY: [
				1,
				0,
				6,
				0
			],
			rotation: Math.PI / 4
		},
		{
			color: decalColor,
			symbol: "triangle",
			dashArrayX: [[9, 9], [
				0,
				9,
				9,
				0
			]],
			dashArrayY: [7, 2],
			symbolSize: .75
		}
	] } },
	textStyle: {
		fontFamily: platform.match(/^Win/) ? "Microsoft YaHei" : "sans-serif",
		fontSize: 12,
		fontStyle: "normal",
		fontWeight: "normal"
	},
	blendMode: null,
	stateAnimation: {
		duration: 300,
		easing: "cubicOut"
	},
	animation: "auto",
	animationDuration: 1e3,
	animationDurationUpdate: 500,
	animationEasing: "cubicInOut",
	animationEasingUpdate: "cubicInOut",
	animationThreshold: 2e3,
	progressiveThreshold: 3e3,
	progressive: 400,
	hoverLayerThreshold: 3e3,
	useUTC: false
};

// node_modules/echarts/lib/model/internalComponentCreator.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var internalOptionCreatorMap = createHashMap();
function concatInternalOptions(ecModel, mainType, newCmptOptionList) {
	var internalOptionCreator = internalOptionCreatorMap.get(mainType);
	if (!internalOptionCreator) return newCmptOptionList;
	var internalOptions = internalOptionCreator(ecModel);
	if (!internalOptions) return newCmptOptionList;
	if (process.env.NODE_ENV !== "production") for (var i = 0; i < internalOptions.length; i++) assert(isComponentIdInternal(internalOptions[i]));
	return newCmptOptionList.concat(internalOptions);
}

// node_modules/echarts/lib/model/Global.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Caution: If the mechanism should be changed some day, these cases
* should be considered:
*
* (1) In `merge option` mode, if using the same option to call `setOption`
* many times, the result should be the same (try our best to ensure that).
* (2) In `merge option` mode, if a component has no id/name specified, it
* will be merged by index, and the result sequence of the components is
* consistent to the original sequence.
* (3) In `replaceMerge` mode, keep the result sequence of the components is
* consistent to the original sequence, even though there might result in "hole".
* (4) `reset` feature (in toolbox). Find detailed info in comments about
* `mergeOption` in module:echarts/model/OptionManager.
*/
var reCreateSeriesIndices;
var assertSeriesInitialized;
var initBase;
var OPTION_INNER_KEY = "\0_ec_inner";
var OPTION_INNER_VALUE = 1;
var BUITIN_COMPONENTS_MAP = {
	grid: "GridComponent",
	polar: "PolarComponent",
	geo: "GeoComponent",
	singleAxis: "SingleAxisComponent",
	parallel: "ParallelComponent",
	calendar: "CalendarComponent",
	matrix: "MatrixComponent",
	graphic: "GraphicComponent",
	toolbox: "ToolboxComponent",
	tooltip: "TooltipComponent",
	axisPointer: "AxisPointerComponent",
	brush: "BrushComponent",
	title: "TitleComponent",
	timeline: "TimelineComponent",
	markPoint: "MarkPointComponent",
	markLine: "MarkLineComponent",
	markArea: "MarkAreaComponent",
	legend: "LegendComponent",
	dataZoom: "DataZoomComponent",
	visualMap: "VisualMapComponent",
	xAxis: "GridComponent",
	yAxis: "GridComponent",
	angleAxis: "PolarComponent",
	radiusAxis: "PolarComponent"
};
var BUILTIN_CHARTS_MAP = {
	line: "LineChart",
	bar: "BarChart",
	pie: "PieChart",
	scatter: "ScatterChart",
	radar: "RadarChart",
	map: "MapChart",
	tree: "TreeChart",
	treemap: "TreemapChart",
	graph: "GraphChart",
	chord: "ChordChart",
	gauge: "GaugeChart",
	funnel: "FunnelChart",
	parallel: "ParallelChart",
	sankey: "SankeyChart",
	boxplot: "BoxplotChart",
	candlestick: "CandlestickChart",
	effectScatter: "EffectScatterChart",
	lines: "LinesChart",
	heatmap: "HeatmapChart",
	pictorialBar: "PictorialBarChart",
	themeRiver: "ThemeRiverChart",
	sunburst: "SunburstChart",
	custom: "CustomChart"
};
var componetsMissingLogPrinted = {};
function checkMissingComponents(option) {
	each$3(option, function(componentOption, mainType) {
		if (!ComponentModel.hasClass(mainType)) {
			var componentImportName = BUITIN_COMPONENTS_MAP[mainType];
			if (componentImportName && !componetsMissingLogPrinted[componentImportName]) {
				error("Component " + mainType + " is used but not imported.\nimport { " + componentImportName + " } from 'echarts/components';\necharts.use([" + componentImportName + "]);");
				componetsMissingLogPrinted[componentImportName] = true;
			}
		}
	});
}
var GlobalModel = function(_super) {
	__extends(GlobalModel, _super);
	function GlobalModel() {
		return _super !== null && _super.apply(this, arguments) || this;
	}
	GlobalModel.prototype.init = function(option, parentModel, ecModel, theme, locale, optionManager) {
		theme = theme || {};
		this.option = null;
		this._theme = new Model(theme);
		this._locale = new Model(locale);
		this._optionManager = optionManager;
	};
	GlobalModel.prototype.setOption = function(option, opts, optionPreprocessorFuncs) {
		if (process.env.NODE_ENV !== "production") {
			assert(option != null, "option is null/undefined");
			assert(option[OPTION_INNER_KEY] !== OPTION_INNER_VALUE, "please use chart.getOption()");
		}
		var innerOpt = normalizeSetOptionInput(opts);
		this._optionManager.setOption(option, optionPreprocessorFuncs, innerOpt);
		this._resetOption(null, innerOpt);
	};
	/**
	* @param type null/undefined: reset all.
	*        'recreate': force recreate all.
	*        'timeline': only reset timeline option
	*        'media': only reset media query option
	* @return Whether option changed.
	*/
	GlobalModel.prototype.resetOption = function(type, opt) {
		return this._resetOption(type, normalizeSetOptionInput(opt));
	};
	GlobalModel.prototype._resetOption = function(type, opt) {
		var optionChanged = false;
		var optionManager = this._optionManager;
		if (!type || type === "recreate") {
			var baseOption = optionManager.mountOption(type === "recreate");
			if (process.env.NODE_ENV !== "production") checkMissingComponents(baseOption);
			if (!this.option || type === "recreate") initBase(this, baseOption);
			else {
				this.restoreData();
				this._mergeOption(baseOption, opt);
			}
			optionChanged = true;
		}
		if (type === "timeline" || type === "media") this.restoreData();
		if (!type || type === "recreate" || type === "timeline") {
			var timelineOption = optionManager.getTimelineOption(this);
			if (timelineOption) {
				optionChanged = true;
				this._mergeOption(timelineOption, opt);
			}
		}
		if (!type || type === "recreate" || type === "media") {
			var mediaOptions = optionManager.getMediaOption(this);
			if (mediaOptions.length) each$3(mediaOptions, function(mediaOption) {
				optionChanged = true;
				this._mergeOption(mediaOption, opt);
			}, this);
		}
		return optionChanged;
	};
	GlobalModel.prototype.mergeOption = function(option) {
		this._mergeOption(option, null);
	};
	GlobalModel.prototype._mergeOption = function(newOption, opt) {
		var option = this.option;
		var componentsMap = this._componentsMap;
		var componentsCount = this._componentsCount;
		var newCmptTypes = [];
		var newCmptTypeMap = createHashMap();
		var replaceMergeMainTypeMap = opt && opt.replaceMergeMainTypeMap;
		resetSourceDefaulter(this);
		each$3(newOption, function(componentOption, mainType) {
			if (componentOption == null) return;
			if (!ComponentModel.hasClass(mainType)) option[mainType] = option[mainType] == null ? clone$1(componentOption) : merge(option[mainType], componentOption, true);
			else if (mainType) {
				newCmptTypes.push(mainType);
				newCmptTypeMap.set(mainType, true);
			}
		});
		if (replaceMergeMainTypeMap) replaceMergeMainTypeMap.each(function(val, mainTypeInReplaceMerge) {
			if (ComponentModel.hasClass(mainTypeInReplaceMerge) && !newCmptTypeMap.get(mainTypeInReplaceMerge)) {
				newCmptTypes.push(mainTypeInReplaceMerge);
				newCmptTypeMap.set(mainTypeInReplaceMerge, true);
			}
		});
		ComponentModel.topologicalTravel(newCmptTypes, ComponentModel.getAllClassMainTypes(), visitComponent, this);
		function visitComponent(mainType) {
			var newCmptOptionList = concatInternalOptions(this, mainType, normalizeToArray(newOption[mainType]));
			var oldCmptList = componentsMap.get(mainType);
			var mergeMode = !oldCmptList ? "replaceAll" : replaceMergeMainTypeMap && replaceMergeMainTypeMap.get(mainType) ? "replaceMerge" : "normalMerge";
			var mappingResult = mappingToExists(oldCmptList, newCmptOptionList, mergeMode);
			setComponentTypeToKeyInfo(mappingResult, mainType, ComponentModel);
			option[mainType] = null;
			componentsMap.set(mainType, null);
			componentsCount.set(mainType, 0);
			var optionsByMainType = [];
			var cmptsByMainType = [];
			var cmptsCountByMainType = 0;
			var tooltipExists;
			var tooltipWarningLogged;
			each$3(mappingResult, function(resultItem, index) {
				var componentModel = resultItem.existing;
				var newCmptOption = resultItem.newOption;
				if (!newCmptOption) {
					if (componentModel) {
						componentModel.mergeOption({}, this);
						componentModel.optionUpdated({}, false);
					}
				} else {
					var isSeriesType = mainType === "series";
					var ComponentModelClass = ComponentModel.getClass(mainType, resultItem.keyInfo.subType, !isSeriesType);
					if (!ComponentModelClass) {
						if (process.env.NODE_ENV !== "production") {
							var subType = resultItem.keyInfo.subType;
							var seriesImportName = BUILTIN_CHARTS_MAP[subType];
							if (!componetsMissingLogPrinted[subType]) {
								componetsMissingLogPrinted[subType] = true;
								if (seriesImportName) error("Series " + subType + " is used but not imported.\nimport { " + seriesImportName + " } from 'echarts/charts';\necharts.use([" + seriesImportName + "]);");
								else error("Unknown series " + subType);
							}
						}
						return;
					}
					if (mainType === "tooltip") {
						if (tooltipExists) {
							if (process.env.NODE_ENV !== "production") {
								if (!tooltipWarningLogged) {
									warn("Currently only one tooltip component is allowed.");
									tooltipWarningLogged = true;
								}
							}
							return;
						}
						tooltipExists = true;
					}
					if (componentModel && componentModel.constructor === ComponentModelClass) {
						componentModel.name = resultItem.keyInfo.name;
						componentModel.mergeOption(newCmptOption, this);
						componentModel.optionUpdated(newCmptOption, false);
					} else {
						var extraOpt = extend({ componentIndex: index }, resultItem.keyInfo);
						componentModel = new ComponentModelClass(newCmptOption, this, this, extraOpt);
						extend(componentModel, extraOpt);
						if (resultItem.brandNew) componentModel.__requireNewView = true;
						componentModel.init(newCmptOption, this, this);
						componentModel.optionUpdated(null, true);
					}
				}
				if (componentModel) {
					optionsByMainType.push(componentModel.option);
					cmptsByMainType.push(componentModel);
					cmptsCountByMainType++;
				} else {
					optionsByMainType.push(void 0);
					cmptsByMainType.push(void 0);
				}
			}, this);
			option[mainType] = optionsByMainType;
			componentsMap.set(mainType, cmptsByMainType);
			componentsCount.set(mainType, cmptsCountByMainType);
			if (mainType === "series") reCreateSeriesIndices(this);
		}
		if (!this._seriesIndices) reCreateSeriesIndices(this);
	};
	/**
	* Get option for output (cloned option and inner info removed)
	*/
	GlobalModel.prototype.getOption = function() {
		var option = clone$1(this.option);
		each$3(option, function(optInMainType, mainType) {
			if (ComponentModel.hasClass(mainType)) {
				var opts = normalizeToArray(optInMainType);
				var realLen = opts.length;
				var metNonInner = false;
				for (var i = realLen - 1; i >= 0; i--) if (opts[i] && !isComponentIdInternal(opts[i])) metNonInner = true;
				else {
					opts[i] = null;
					!metNonInner && realLen--;
				}
				opts.length = realLen;
				option[mainType] = opts;
			}
		});
		delete option[OPTION_INNER_KEY];
		return option;
	};
	GlobalModel.prototype.setTheme = function(theme) {
		this._theme = new Model(theme);
		this._resetOption("recreate", null);
	};
	GlobalModel.prototype.getTheme = function() {
		return this._theme;
	};
	GlobalModel.prototype.getLocaleModel = function() {
		return this._locale;
	};
	GlobalModel.prototype.setUpdatePayload = function(payload) {
		this._payload = payload;
	};
	GlobalModel.prototype.getUpdatePayload = function() {
		return this._payload;
	};
	/**
	* @param idx If not specified, return the first one.
	*/
	GlobalModel.prototype.getComponent = function(mainType, idx) {
		var list = this._componentsMap.get(mainType);
		if (list) {
			var cmpt = list[idx || 0];
			if (cmpt) return cmpt;
			else if (idx == null) {
				for (var i = 0; i < list.length; i++) if (list[i]) return list[i];
			}
		}
	};
	/**
	* @return Never be null/undefined.
	*/
	GlobalModel.prototype.queryComponents = function(condition) {
		var mainType = condition.mainType;
		if (!mainType) return [];
		var index = condition.index;
		var id = condition.id;
		var name = condition.name;
		var cmpts = this._componentsMap.get(mainType);
		if (!cmpts || !cmpts.length) return [];
		var result;
		if (index != null) {
			result = [];
			each$3(normalizeToArray(index), function(idx) {
				cmpts[idx] && result.push(cmpts[idx]);
			});
		} else if (id != null) result = queryByIdOrName("id", id, cmpts);
		else if (name != null) result = queryByIdOrName("name", name, cmpts);
		else result = filter(cmpts, function(cmpt) {
			return !!cmpt;
		});
		return filterBySubType(result, condition);
	};
	/**
	* The interface is different from queryComponents,
	* which is convenient for inner usage.
	*
	* @usage
	* let result = findComponents(
	*     {mainType: 'dataZoom', query: {dataZoomId: 'abc'}}
	* );
	* let result = findComponents(
	*     {mainType: 'series', subType: 'pie', query: {seriesName: 'uio'}}
	* );
	* let result = findComponents(
	*     {mainType: 'series',
	*     filter: function (model, index) {...}}
	* );
	* // result like [component0, component1, ...]
	*/
	GlobalModel.prototype.findComponents = function(condition) {
		var query = condition.query;
		var mainType = condition.mainType;
		var queryCond = getQueryCond(query);
		return doFilter(filterBySubType(queryCond ? this.queryComponents(queryCond) : filter(this._componentsMap.get(mainType), function(cmpt) {
			return !!cmpt;
		}), condition));
		function getQueryCond(q) {
			var indexAttr = mainType + "Index";
			var idAttr = mainType + "Id";
			var nameAttr = mainType + "Name";
			return q && (q[indexAttr] != null || q[idAttr] != null || q[nameAttr] != null) ? {
				mainType,
				index: q[indexAttr],
				id: q[idAttr],
				name: q[nameAttr]
			} : null;
		}
		function doFilter(res) {
			return condition.filter ? filter(res, condition.filter) : res;
		}
	};
	GlobalModel.prototype.eachComponent = function(mainType, cb, context) {
		var componentsMap = this._componentsMap;
		if (isFunction(mainType)) {
			var ctxForAll_1 = cb;
			var cbForAll_1 = mainType;
			componentsMap.each(function(cmpts, componentType) {
				for (var i = 0; cmpts && i < cmpts.length; i++) {
					var cmpt = cmpts[i];
					cmpt && cbForAll_1.call(ctxForAll_1, componentType, cmpt, cmpt.componentIndex);
				}
			});
		} else {
			var cmpts = isString(mainType) ? componentsMap.get(mainType) : isObject$2(mainType) ? this.findComponents(mainType) : null;
			for (var i = 0; cmpts && i < cmpts.length; i++) {
				var cmpt = cmpts[i];
				cmpt && cb.call(context, cmpt, cmpt.componentIndex);
			}
		}
	};
	/**
	* Get series list before filtered by name.
	*/
	GlobalModel.prototype.getSeriesByName = function(name) {
		var nameStr = convertOptionIdName(name, null);
		return filter(this._componentsMap.get("series"), function(oneSeries) {
			return !!oneSeries && nameStr != null && oneSeries.name === nameStr;
		});
	};
	/**
	* Get series list before filtered by index.
	*/
	GlobalModel.prototype.getSeriesByIndex = function(seriesIndex) {
		return this._componentsMap.get("series")[seriesIndex];
	};
	/**
	* Get series list before filtered by type.
	* FIXME: rename to getRawSeriesByType?
	*/
	GlobalModel.prototype.getSeriesByType = function(subType) {
		return filter(this._componentsMap.get("series"), function(oneSeries) {
			return !!oneSeries && oneSeries.subType === subType;
		});
	};
	/**
	* Get all series before filtered.
	*/
	GlobalModel.prototype.getSeries = function() {
		return filter(this._componentsMap.get("series"), function(oneSeries) {
			return !!oneSeries;
		});
	};
	/**
	* Count series before filtered.
	*/
	GlobalModel.prototype.getSeriesCount = function() {
		return this._componentsCount.get("series");
	};
	/**
	* After filtering, series may be different
	* from raw series.
	*/
	GlobalModel.prototype.eachSeries = function(cb, context) {
		assertSeriesInitialized(this);
		each$3(this._seriesIndices, function(rawSeriesIndex) {
			var series = this._componentsMap.get("series")[rawSeriesIndex];
			cb.call(context, series, rawSeriesIndex);
		}, this);
	};
	/**
	* Iterate raw series before filtered.
	*/
	GlobalModel.prototype.eachRawSeries = function(cb, context) {
		each$3(this._componentsMap.get("series"), function(series) {
			series && cb.call(context, series, series.componentIndex);
		});
	};
	/**
	* After filtering, series may be different.
	* from raw series.
	*/
	GlobalModel.prototype.eachSeriesByType = function(subType, cb, context) {
		assertSeriesInitialized(this);
		each$3(this._seriesIndices, function(rawSeriesIndex) {
			var series = this._componentsMap.get("series")[rawSeriesIndex];
			if (series.subType === subType) cb.call(context, series, rawSeriesIndex);
		}, this);
	};
	/**
	* Iterate raw series before filtered of given type.
	*/
	GlobalModel.prototype.eachRawSeriesByType = function(subType, cb, context) {
		return each$3(this.getSeriesByType(subType), cb, context);
	};
	/**
	* It means "filtered out".
	*/
	GlobalModel.prototype.isSeriesFiltered = function(seriesModel) {
		assertSeriesInitialized(this);
		return this._seriesIndicesMap.get(seriesModel.componentIndex) == null;
	};
	GlobalModel.prototype.getCurrentSeriesIndices = function() {
		return (this._seriesIndices || []).slice();
	};
	GlobalModel.prototype.filterSeries = function(cb, context) {
		assertSeriesInitialized(this);
		var newSeriesIndices = [];
		each$3(this._seriesIndices, function(seriesRawIdx) {
			var series = this._componentsMap.get("series")[seriesRawIdx];
			cb.call(context, series, seriesRawIdx) && newSeriesIndices.push(seriesRawIdx);
		}, this);
		this._seriesIndices = newSeriesIndices;
		this._seriesIndicesMap = createHashMap(newSeriesIndices);
	};
	GlobalModel.prototype.restoreData = function(payload) {
		reCreateSeriesIndices(this);
		var componentsMap = this._componentsMap;
		var componentTypes = [];
		componentsMap.each(function(components, componentType) {
			if (ComponentModel.hasClass(componentType)) componentTypes.push(componentType);
		});
		ComponentModel.topologicalTravel(componentTypes, ComponentModel.getAllClassMainTypes(), function(componentType) {
			each$3(componentsMap.get(componentType), function(component) {
				if (component && (componentType !== "series" || !isNotTargetSeries(component, payload))) component.restoreData();
			});
		});
	};
	GlobalModel.internalField = function() {
		reCreateSeriesIndices = function(ecModel) {
			var seriesIndices = ecModel._seriesIndices = [];
			each$3(ecModel._componentsMap.get("series"), function(series) {
				series && seriesIndices.push(series.componentIndex);
			});
			ecModel._seriesIndicesMap = createHashMap(seriesIndices);
		};
		assertSeriesInitialized = function(ecModel) {
			if (process.env.NODE_ENV !== "production") {
				if (!ecModel._seriesIndices) throw new Error("Option should contains series.");
			}
		};
		initBase = function(ecModel, baseOption) {
			ecModel.option = {};
			ecModel.option[OPTION_INNER_KEY] = OPTION_INNER_VALUE;
			ecModel._componentsMap = createHashMap({ series: [] });
			ecModel._componentsCount = createHashMap();
			var airaOption = baseOption.aria;
			if (isObject$2(airaOption) && airaOption.enabled == null) airaOption.enabled = true;
			mergeTheme(baseOption, ecModel._theme.option);
			merge(baseOption, globalDefault_default, false);
			ecModel._mergeOption(baseOption, null);
		};
	}();
	return GlobalModel;
}(Model);
function isNotTargetSeries(seriesModel, payload) {
	if (payload) {
		var index = payload.seriesIndex;
		var id = payload.seriesId;
		var name_1 = payload.seriesName;
		return index != null && seriesModel.componentIndex !== index || id != null && seriesModel.id !== id || name_1 != null && seriesModel.name !== name_1;
	}
}
function mergeTheme(option, theme) {
	var notMergeColorLayer = option.color && !option.colorLayer;
	each$3(theme, function(themeItem, name) {
		if (name === "colorLayer" && notMergeColorLayer || name === "color" && option.color) return;
		if (!ComponentModel.hasClass(name)) {
			if (typeof themeItem === "object") option[name] = !option[name] ? clone$1(themeItem) : merge(option[name], themeItem, false);
			else if (option[name] == null) option[name] = themeItem;
		}
	});
}
function queryByIdOrName(attr, idOrName, cmpts) {
	if (isArray(idOrName)) {
		var keyMap_1 = createHashMap();
		each$3(idOrName, function(idOrNameItem) {
			if (idOrNameItem != null) convertOptionIdName(idOrNameItem, null) != null && keyMap_1.set(idOrNameItem, true);
		});
		return filter(cmpts, function(cmpt) {
			return cmpt && keyMap_1.get(cmpt[attr]);
		});
	} else {
		var idName_1 = convertOptionIdName(idOrName, null);
		return filter(cmpts, function(cmpt) {
			return cmpt && idName_1 != null && cmpt[attr] === idName_1;
		});
	}
}
function filterBySubType(components, condition) {
	return condition.hasOwnProperty("subType") ? filter(components, function(cmpt) {
		return cmpt && cmpt.subType === condition.subType;
	}) : components;
}
function normalizeSetOptionInput(opts) {
	var replaceMergeMainTypeMap = createHashMap();
	opts && each$3(normalizeToArray(opts.replaceMerge), function(mainType) {
		if (process.env.NODE_ENV !== "production") assert(ComponentModel.hasClass(mainType), "\"" + mainType + "\" is not valid component main type in \"replaceMerge\"");
		replaceMergeMainTypeMap.set(mainType, true);
	});
	return { replaceMergeMainTypeMap };
}
mixin(GlobalModel, PaletteMixin);

// node_modules/echarts/lib/model/OptionManager.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var QUERY_REG = /^(min|max)?(.+)$/;
/**
* TERM EXPLANATIONS:
* See `ECOption` and `ECUnitOption` in `src/util/types.ts`.
*/
var OptionManager = function() {
	function OptionManager(api) {
		this._timelineOptions = [];
		this._mediaList = [];
		/**
		* -1, means default.
		* empty means no media.
		*/
		this._currentMediaIndices = [];
		this._api = api;
	}
	OptionManager.prototype.setOption = function(rawOption, optionPreprocessorFuncs, opt) {
		if (rawOption) {
			each$3(normalizeToArray(rawOption.series), function(series) {
				series && series.data && isTypedArray(series.data) && setAsPrimitive(series.data);
			});
			each$3(normalizeToArray(rawOption.dataset), function(dataset) {
				dataset && dataset.source && isTypedArray(dataset.source) && setAsPrimitive(dataset.source);
			});
		}
		rawOption = clone$1(rawOption);
		var optionBackup = this._optionBackup;
		var newParsedOption = parseRawOption(rawOption, optionPreprocessorFuncs, !optionBackup);
		this._newBaseOption = newParsedOption.baseOption;
		if (optionBackup) {
			if (newParsedOption.timelineOptions.length) optionBackup.timelineOptions = newParsedOption.timelineOptions;
			if (newParsedOption.mediaList.length) optionBackup.mediaList = newParsedOption.mediaList;
			if (newParsedOption.mediaDefault) optionBackup.mediaDefault = newParsedOption.mediaDefault;
		} else this._optionBackup = newParsedOption;
	};
	OptionManager.prototype.mountOption = function(isRecreate) {
		var optionBackup = this._optionBackup;
		this._timelineOptions = optionBackup.timelineOptions;
		this._mediaList = optionBackup.mediaList;
		this._mediaDefault = optionBackup.mediaDefault;
		this._currentMediaIndices = [];
		return clone$1(isRecreate ? optionBackup.baseOption : this._newBaseOption);
	};
	OptionManager.prototype.getTimelineOption = function(ecModel) {
		var option;
		var timelineOptions = this._timelineOptions;
		if (timelineOptions.length) {
			var timelineModel = ecModel.getComponent("timeline");
			if (timelineModel) option = clone$1(timelineOptions[timelineModel.getCurrentIndex()]);
		}
		return option;
	};
	OptionManager.prototype.getMediaOption = function(ecModel) {
		var ecWidth = this._api.getWidth();
		var ecHeight = this._api.getHeight();
		var mediaList = this._mediaList;
		var mediaDefault = this._mediaDefault;
		var indices = [];
		var result = [];
		if (!mediaList.length && !mediaDefault) return result;
		for (var i = 0, len = mediaList.length; i < len; i++) if (applyMediaQuery(mediaList[i].query, ecWidth, ecHeight)) indices.push(i);
		if (!indices.length && mediaDefault) indices = [-1];
		if (indices.length && !indicesEquals(indices, this._currentMediaIndices)) result = map$1(indices, function(index) {
			return clone$1(index === -1 ? mediaDefault.option : mediaList[index].option);
		});
		this._currentMediaIndices = indices;
		return result;
	};
	return OptionManager;
}();
/**
* [RAW_OPTION_PATTERNS]
* (Note: "series: []" represents all other props in `ECUnitOption`)
*
* (1) No prop "baseOption" declared:
* Root option is used as "baseOption" (except prop "options" and "media").
* ```js
* option = {
*     series: [],
*     timeline: {},
*     options: [],
* };
* option = {
*     series: [],
*     media: {},
* };
* option = {
*     series: [],
*     timeline: {},
*     options: [],
*     media: {},
* }
* ```
*
* (2) Prop "baseOption" declared:
* If "baseOption" declared, `ECUnitOption` props can only be declared
* inside "baseOption" except prop "timeline" (compat ec2).
* ```js
* option = {
*     baseOption: {
*         timeline: {},
*         series: [],
*     },
*     options: []
* };
* option = {
*     baseOption: {
*         series: [],
*     },
*     media: []
* };
* option = {
*     baseOption: {
*         timeline: {},
*         series: [],
*     },
*     options: []
*     media: []
* };
* option = {
*     // ec3 compat ec2: allow (only) `timeline` declared
*     // outside baseOption. Keep this setting for compat.
*     timeline: {},
*     baseOption: {
*         series: [],
*     },
*     options: [],
*     media: []
* };
* ```
*/
function parseRawOption(rawOption, optionPreprocessorFuncs, isNew) {
	var mediaList = [];
	var mediaDefault;
	var baseOption;
	var declaredBaseOption = rawOption.baseOption;
	var timelineOnRoot = rawOption.timeline;
	var timelineOptionsOnRoot = rawOption.options;
	var mediaOnRoot = rawOption.media;
	var hasMedia = !!rawOption.media;
	var hasTimeline = !!(timelineOptionsOnRoot || timelineOnRoot || declaredBaseOption && declaredBaseOption.timeline);
	if (declaredBaseOption) {
		baseOption = declaredBaseOption;
		if (!baseOption.timeline) baseOption.timeline = timelineOnRoot;
	} else {
		if (hasTimeline || hasMedia) rawOption.options = rawOption.media = null;
		baseOption = rawOption;
	}
	if (hasMedia) {
		if (isArray(mediaOnRoot)) each$3(mediaOnRoot, function(singleMedia) {
			if (process.env.NODE_ENV !== "production") {
				if (singleMedia && !singleMedia.option && isObject$2(singleMedia.query) && isObject$2(singleMedia.query.option)) error("Illegal media option. Must be like { media: [ { query: {}, option: {} } ] }");
			}
			if (singleMedia && singleMedia.option) {
				if (singleMedia.query) mediaList.push(singleMedia);
				else if (!mediaDefault) mediaDefault = singleMedia;
			}
		});
		else if (process.env.NODE_ENV !== "production") error("Illegal media option. Must be an array. Like { media: [ {...}, {...} ] }");
	}
	doPreprocess(baseOption);
	each$3(timelineOptionsOnRoot, function(option) {
		return doPreprocess(option);
	});
	each$3(mediaList, function(media) {
		return doPreprocess(media.option);
	});
	function doPreprocess(option) {
		each$3(optionPreprocessorFuncs, function(preProcess) {
			preProcess(option, isNew);
		});
	}
	return {
		baseOption,
		timelineOptions: timelineOptionsOnRoot || [],
		mediaDefault,
		mediaList
	};
}
/**
* @see <http://www.w3.org/TR/css3-mediaqueries/#media1>
* Support: width, height, aspectRatio
* Can use max or min as prefix.
*/
function applyMediaQuery(query, ecWidth, ecHeight) {
	var realMap = {
		width: ecWidth,
		height: ecHeight,
		aspectratio: ecWidth / ecHeight
	};
	var applicable = true;
	each$3(query, function(value, attr) {
		var matched = attr.match(QUERY_REG);
		if (!matched || !matched[1] || !matched[2]) return;
		var operator = matched[1];
		if (!compare(realMap[matched[2].toLowerCase()], value, operator)) applicable = false;
	});
	return applicable;
}
function compare(real, expect, operator) {
	if (operator === "min") return real >= expect;
	else if (operator === "max") return real <= expect;
	else return real === expect;
}
function indicesEquals(indices1, indices2) {
	return indices1.join(",") === indices2.join(",");
}

// node_modules/echarts/lib/preprocessor/helper/compatStyle.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var each$1 = each$3;
var isObject = isObject$2;
var POSSIBLE_STYLES = [
	"areaStyle",
	"lineStyle",
	"nodeStyle",
	"linkStyle",
	"chordStyle",
	"label",
	"labelLine"
];
function compatEC2ItemStyle(opt) {
	var itemStyleOpt = opt && opt.itemStyle;
	if (!itemStyleOpt) return;
	for (var i = 0, len = POSSIBLE_STYLES.length; i < len; i++) {
		var styleName = POSSIBLE_STYLES[i];
		var normalItemStyleOpt = itemStyleOpt.normal;
		var emphasisItemStyleOpt = itemStyleOpt.emphasis;
		if (normalItemStyleOpt && normalItemStyleOpt[styleName]) {
			if (process.env.NODE_ENV !== "production") deprecateReplaceLog("itemStyle.normal." + styleName, styleName);
			opt[styleName] = opt[styleName] || {};
			if (!opt[styleName].normal) opt[styleName].normal = normalItemStyleOpt[styleName];
			else merge(opt[styleName].normal, normalItemStyleOpt[styleName]);
			normalItemStyleOpt[styleName] = null;
		}
		if (emphasisItemStyleOpt && emphasisItemStyleOpt[styleName]) {
			if (process.env.NODE_ENV !== "production") deprecateReplaceLog("itemStyle.emphasis." + styleName, "emphasis." + styleName);
			opt[styleName] = opt[styleName] || {};
			if (!opt[styleName].emphasis) opt[styleName].emphasis = emphasisItemStyleOpt[styleName];
			else merge(opt[styleName].emphasis, emphasisItemStyleOpt[styleName]);
			emphasisItemStyleOpt[styleName] = null;
		}
	}
}
function convertNormalEmphasis(opt, optType, useExtend) {
	if (opt && opt[optType] && (opt[optType].normal || opt[optType].emphasis)) {
		var normalOpt = opt[optType].normal;
		var emphasisOpt = opt[optType].emphasis;
		if (normalOpt) {
			if (process.env.NODE_ENV !== "production") deprecateLog("'normal' hierarchy in " + optType + " has been removed since 4.0. All style properties are configured in " + optType + " directly now.");
			if (useExtend) {
				opt[optType].normal = opt[optType].emphasis = null;
				defaults(opt[optType], normalOpt);
			} else opt[optType] = normalOpt;
		}
		if (emphasisOpt) {
			if (process.env.NODE_ENV !== "production") deprecateLog(optType + ".emphasis has been changed to emphasis." + optType + " since 4.0");
			opt.emphasis = opt.emphasis || {};
			opt.emphasis[optType] = emphasisOpt;
			if (emphasisOpt.focus) opt.emphasis.focus = emphasisOpt.focus;
			if (emphasisOpt.blurScope) opt.emphasis.blurScope = emphasisOpt.blurScope;
		}
	}
}
function removeEC3NormalStatus(opt) {
	convertNormalEmphasis(opt, "itemStyle");
	convertNormalEmphasis(opt, "lineStyle");
	convertNormalEmphasis(opt, "areaStyle");
	convertNormalEmphasis(opt, "label");
	convertNormalEmphasis(opt, "labelLine");
	convertNormalEmphasis(opt, "upperLabel");
	convertNormalEmphasis(opt, "edgeLabel");
}
function compatTextStyle(opt, propName) {
	var labelOptSingle = isObject(opt) && opt[propName];
	var textStyle = isObject(labelOptSingle) && labelOptSingle.textStyle;
	if (textStyle) {
		if (process.env.NODE_ENV !== "production") deprecateLog("textStyle hierarchy in " + propName + " has been removed since 4.0. All textStyle properties are configured in " + propName + " directly now.");
		for (var i = 0, len = TEXT_STYLE_OPTIONS.length; i < len; i++) {
			var textPropName = TEXT_STYLE_OPTIONS[i];
			if (textStyle.hasOwnProperty(textPropName)) labelOptSingle[textPropName] = textStyle[textPropName];
		}
	}
}
function compatEC3CommonStyles(opt) {
	if (opt) {
		removeEC3NormalStatus(opt);
		compatTextStyle(opt, "label");
		opt.emphasis && compatTextStyle(opt.emphasis, "label");
	}
}
function processSeries(seriesOpt) {
	if (!isObject(seriesOpt)) return;
	compatEC2ItemStyle(seriesOpt);
	removeEC3NormalStatus(seriesOpt);
	compatTextStyle(seriesOpt, "label");
	compatTextStyle(seriesOpt, "upperLabel");
	compatTextStyle(seriesOpt, "edgeLabel");
	if (seriesOpt.emphasis) {
		compatTextStyle(seriesOpt.emphasis, "label");
		compatTextStyle(seriesOpt.emphasis, "upperLabel");
		compatTextStyle(seriesOpt.emphasis, "edgeLabel");
	}
	var markPoint = seriesOpt.markPoint;
	if (markPoint) {
		compatEC2ItemStyle(markPoint);
		compatEC3CommonStyles(markPoint);
	}
	var markLine = seriesOpt.markLine;
	if (markLine) {
		compatEC2ItemStyle(markLine);
		compatEC3CommonStyles(markLine);
	}
	var markArea = seriesOpt.markArea;
	if (markArea) compatEC3CommonStyles(markArea);
	var data = seriesOpt.data;
	if (seriesOpt.type === "graph") {
		data = data || seriesOpt.nodes;
		var edgeData = seriesOpt.links || seriesOpt.edges;
		if (edgeData && !isTypedArray(edgeData)) for (var i = 0; i < edgeData.length; i++) compatEC3CommonStyles(edgeData[i]);
		each$3(seriesOpt.categories, function(opt) {
			removeEC3NormalStatus(opt);
		});
	}
	if (data && !isTypedArray(data)) for (var i = 0; i < data.length; i++) compatEC3CommonStyles(data[i]);
	markPoint = seriesOpt.markPoint;
	if (markPoint && markPoint.data) {
		var mpData = markPoint.data;
		for (var i = 0; i < mpData.length; i++) compatEC3CommonStyles(mpData[i]);
	}
	markLine = seriesOpt.markLine;
	if (markLine && markLine.data) {
		var mlData = markLine.data;
		for (var i = 0; i < mlData.length; i++) if (isArray(mlData[i])) {
			compatEC3CommonStyles(mlData[i][0]);
			compatEC3CommonStyles(mlData[i][1]);
		} else compatEC3CommonStyles(mlData[i]);
	}
	if (seriesOpt.type === "gauge") {
		compatTextStyle(seriesOpt, "axisLabel");
		compatTextStyle(seriesOpt, "title");
		compatTextStyle(seriesOpt, "detail");
	} else if (seriesOpt.type === "treemap") {
		convertNormalEmphasis(seriesOpt.breadcrumb, "itemStyle");
		each$3(seriesOpt.levels, function(opt) {
			removeEC3NormalStatus(opt);
		});
	} else if (seriesOpt.type === "tree") removeEC3NormalStatus(seriesOpt.leaves);
}
function toArr(o) {
	return isArray(o) ? o : o ? [o] : [];
}
function toObj(o) {
	return (isArray(o) ? o[0] : o) || {};
}
function globalCompatStyle(option, isTheme) {
	each$1(toArr(option.series), function(seriesOpt) {
		isObject(seriesOpt) && processSeries(seriesOpt);
	});
	var axes = [
		"xAxis",
		"yAxis",
		"radiusAxis",
		"angleAxis",
		"singleAxis",
		"parallelAxis",
		"radar"
	];
	isTheme && axes.push("valueAxis", "categoryAxis", "logAxis", "timeAxis");
	each$1(axes, function(axisName) {
		each$1(toArr(option[axisName]), function(axisOpt) {
			if (axisOpt) {
				compatTextStyle(axisOpt, "axisLabel");
				compatTextStyle(axisOpt.axisPointer, "label");
			}
		});
	});
	each$1(toArr(option.parallel), function(parallelOpt) {
		var parallelAxisDefault = parallelOpt && parallelOpt.parallelAxisDefault;
		compatTextStyle(parallelAxisDefault, "axisLabel");
		compatTextStyle(parallelAxisDefault && parallelAxisDefault.axisPointer, "label");
	});
	each$1(toArr(option.calendar), function(calendarOpt) {
		convertNormalEmphasis(calendarOpt, "itemStyle");
		compatTextStyle(calendarOpt, "dayLabel");
		compatTextStyle(calendarOpt, "monthLabel");
		compatTextStyle(calendarOpt, "yearLabel");
	});
	each$1(toArr(option.radar), function(radarOpt) {
		compatTextStyle(radarOpt, "name");
		if (radarOpt.name && radarOpt.axisName == null) {
			radarOpt.axisName = radarOpt.name;
			delete radarOpt.name;
			if (process.env.NODE_ENV !== "production") deprecateLog("name property in radar component has been changed to axisName");
		}
		if (radarOpt.nameGap != null && radarOpt.axisNameGap == null) {
			radarOpt.axisNameGap = radarOpt.nameGap;
			delete radarOpt.nameGap;
			if (process.env.NODE_ENV !== "production") deprecateLog("nameGap property in radar component has been changed to axisNameGap");
		}
		if (process.env.NODE_ENV !== "production") each$1(radarOpt.indicator, function(indicatorOpt) {
			if (indicatorOpt.text) deprecateReplaceLog("text", "name", "radar.indicator");
		});
	});
	each$1(toArr(option.geo), function(geoOpt) {
		if (isObject(geoOpt)) {
			compatEC3CommonStyles(geoOpt);
			each$1(toArr(geoOpt.regions), function(regionObj) {
				compatEC3CommonStyles(regionObj);
			});
		}
	});
	each$1(toArr(option.timeline), function(timelineOpt) {
		compatEC3CommonStyles(timelineOpt);
		convertNormalEmphasis(timelineOpt, "label");
		convertNormalEmphasis(timelineOpt, "itemStyle");
		convertNormalEmphasis(timelineOpt, "controlStyle", true);
		var data = timelineOpt.data;
		isArray(data) && each$3(data, function(item) {
			if (isObject$2(item)) {
				convertNormalEmphasis(item, "label");
				convertNormalEmphasis(item, "itemStyle");
			}
		});
	});
	each$1(toArr(option.toolbox), function(toolboxOpt) {
		convertNormalEmphasis(toolboxOpt, "iconStyle");
		each$1(toolboxOpt.feature, function(featureOpt) {
			convertNormalEmphasis(featureOpt, "iconStyle");
		});
	});
	compatTextStyle(toObj(option.axisPointer), "label");
	compatTextStyle(toObj(option.tooltip).axisPointer, "label");
}

// node_modules/echarts/lib/preprocessor/backwardCompat.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function get(opt, path) {
	var pathArr = path.split(",");
	var obj = opt;
	for (var i = 0; i < pathArr.length; i++) {
		obj = obj && obj[pathArr[i]];
		if (obj == null) break;
	}
	return obj;
}
function set(opt, path, val, overwrite) {
	var pathArr = path.split(",");
	var obj = opt;
	var key;
	var i = 0;
	for (; i < pathArr.length - 1; i++) {
		key = pathArr[i];
		if (obj[key] == null) obj[key] = {};
		obj = obj[key];
	}
	if (overwrite || obj[pathArr[i]] == null) obj[pathArr[i]] = val;
}
function compatLayoutProperties(option) {
	option && each$3(LAYOUT_PROPERTIES, function(prop) {
		if (prop[0] in option && !(prop[1] in option)) option[prop[1]] = option[prop[0]];
	});
}
var LAYOUT_PROPERTIES = [
	["x", "left"],
	["y", "top"],
	["x2", "right"],
	["y2", "bottom"]
];
var COMPATITABLE_COMPONENTS = [
	"grid",
	"geo",
	"parallel",
	"legend",
	"toolbox",
	"title",
	"visualMap",
	"dataZoom",
	"timeline"
];
var BAR_ITEM_STYLE_MAP = [
	["borderRadius", "barBorderRadius"],
	["borderColor", "barBorderColor"],
	["borderWidth", "barBorderWidth"]
];
function compatBarItemStyle(option) {
	var itemStyle = option && option.itemStyle;
	if (itemStyle) for (var i = 0; i < BAR_ITEM_STYLE_MAP.length; i++) {
		var oldName = BAR_ITEM_STYLE_MAP[i][1];
		var newName = BAR_ITEM_STYLE_MAP[i][0];
		if (itemStyle[oldName] != null) {
			itemStyle[newName] = itemStyle[oldName];
			if (process.env.NODE_ENV !== "production") deprecateReplaceLog(oldName, newName);
		}
	}
}
function compatPieLabel(option) {
	if (!option) return;
	if (option.alignTo === "edge" && option.margin != null && option.edgeDistance == null) {
		if (process.env.NODE_ENV !== "production") deprecateReplaceLog("label.margin", "label.edgeDistance", "pie");
		option.edgeDistance = option.margin;
	}
}
function compatSunburstState(option) {
	if (!option) return;
	if (option.downplay && !option.blur) {
		option.blur = option.downplay;
		if (process.env.NODE_ENV !== "production") deprecateReplaceLog("downplay", "blur", "sunburst");
	}
}
function compatGraphFocus(option) {
	if (!option) return;
	if (option.focusNodeAdjacency != null) {
		option.emphasis = option.emphasis || {};
		if (option.emphasis.focus == null) {
			if (process.env.NODE_ENV !== "production") deprecateReplaceLog("focusNodeAdjacency", "emphasis: { focus: 'adjacency'}", "graph/sankey");
			option.emphasis.focus = "adjacency";
		}
	}
}
function traverseTree(data, cb) {
	if (data) for (var i = 0; i < data.length; i++) {
		cb(data[i]);
		data[i] && traverseTree(data[i].children, cb);
	}
}
function globalBackwardCompat(option, isTheme) {
	globalCompatStyle(option, isTheme);
	option.series = normalizeToArray(option.series);
	each$3(option.series, function(seriesOpt) {
		if (!isObject$2(seriesOpt)) return;
		var seriesType = seriesOpt.type;
		if (seriesType === "line") {
			if (seriesOpt.clipOverflow != null) {
				seriesOpt.clip = seriesOpt.clipOverflow;
				if (process.env.NODE_ENV !== "production") deprecateReplaceLog("clipOverflow", "clip", "line");
			}
		} else if (seriesType === "pie" || seriesType === "gauge") {
			if (seriesOpt.clockWise != null) {
				seriesOpt.clockwise = seriesOpt.clockWise;
				if (process.env.NODE_ENV !== "production") deprecateReplaceLog("clockWise", "clockwise");
			}
			compatPieLabel(seriesOpt.label);
			var data = seriesOpt.data;
			if (data && !isTypedArray(data)) for (var i = 0; i < data.length; i++) compatPieLabel(data[i]);
			if (seriesOpt.hoverOffset != null) {
				seriesOpt.emphasis = seriesOpt.emphasis || {};
				if (seriesOpt.emphasis.scaleSize = null) {
					if (process.env.NODE_ENV !== "production") deprecateReplaceLog("hoverOffset", "emphasis.scaleSize");
					seriesOpt.emphasis.scaleSize = seriesOpt.hoverOffset;
				}
			}
		} else if (seriesType === "gauge") {
			var pointerColor = get(seriesOpt, "pointer.color");
			pointerColor != null && set(seriesOpt, "itemStyle.color", pointerColor);
		} else if (seriesType === "bar") {
			compatBarItemStyle(seriesOpt);
			compatBarItemStyle(seriesOpt.backgroundStyle);
			compatBarItemStyle(seriesOpt.emphasis);
			var data = seriesOpt.data;
			if (data && !isTypedArray(data)) {
				for (var i = 0; i < data.length; i++) if (typeof data[i] === "object") {
					compatBarItemStyle(data[i]);
					compatBarItemStyle(data[i] && data[i].emphasis);
				}
			}
		} else if (seriesType === "sunburst") {
			var highlightPolicy = seriesOpt.highlightPolicy;
			if (highlightPolicy) {
				seriesOpt.emphasis = seriesOpt.emphasis || {};
				if (!seriesOpt.emphasis.focus) {
					seriesOpt.emphasis.focus = highlightPolicy;
					if (process.env.NODE_ENV !== "production") deprecateReplaceLog("highlightPolicy", "emphasis.focus", "sunburst");
				}
			}
			compatSunburstState(seriesOpt);
			traverseTree(seriesOpt.data, compatSunburstState);
		} else if (seriesType === "graph" || seriesType === "sankey") compatGraphFocus(seriesOpt);
		else if (seriesType === "map") {
			if (seriesOpt.mapType && !seriesOpt.map) {
				if (process.env.NODE_ENV !== "production") deprecateReplaceLog("mapType", "map", "map");
				seriesOpt.map = seriesOpt.mapType;
			}
			if (seriesOpt.mapLocation) {
				if (process.env.NODE_ENV !== "production") deprecateLog("`mapLocation` is not used anymore.");
				defaults(seriesOpt, seriesOpt.mapLocation);
			}
		}
		if (seriesOpt.hoverAnimation != null) {
			seriesOpt.emphasis = seriesOpt.emphasis || {};
			if (seriesOpt.emphasis && seriesOpt.emphasis.scale == null) {
				if (process.env.NODE_ENV !== "production") deprecateReplaceLog("hoverAnimation", "emphasis.scale");
				seriesOpt.emphasis.scale = seriesOpt.hoverAnimation;
			}
		}
		compatLayoutProperties(seriesOpt);
	});
	if (option.dataRange) option.visualMap = option.dataRange;
	each$3(COMPATITABLE_COMPONENTS, function(componentName) {
		var options = option[componentName];
		if (options) {
			if (!isArray(options)) options = [options];
			each$3(options, function(option) {
				compatLayoutProperties(option);
			});
		}
	});
}

// node_modules/echarts/lib/processor/dataStack.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var dataStackStageHandler = createSimpleOverallStageHandler2(dataStack);
function dataStack(ecModel) {
	var stackInfoMap = createHashMap();
	ecModel.eachSeries(function(seriesModel) {
		var stack = seriesModel.get("stack");
		if (stack) {
			var stackInfoList = stackInfoMap.get(stack) || stackInfoMap.set(stack, []);
			var data = seriesModel.getData();
			var stackInfo = {
				stackResultDimension: data.getCalculationInfo("stackResultDimension"),
				stackedOverDimension: data.getCalculationInfo("stackedOverDimension"),
				stackedDimension: data.getCalculationInfo("stackedDimension"),
				stackedByDimension: data.getCalculationInfo("stackedByDimension"),
				isStackedByIndex: data.getCalculationInfo("isStackedByIndex"),
				data,
				seriesModel
			};
			if (!stackInfo.stackedDimension || !(stackInfo.isStackedByIndex || stackInfo.stackedByDimension)) return;
			stackInfoList.push(stackInfo);
		}
	});
	stackInfoMap.each(function(stackInfoList) {
		if (stackInfoList.length === 0) return;
		if ((stackInfoList[0].seriesModel.get("stackOrder") || "seriesAsc") === "seriesDesc") stackInfoList.reverse();
		each$3(stackInfoList, function(stackInfo, index) {
			stackInfo.data.setCalculationInfo("stackedOnSeries", index > 0 ? stackInfoList[index - 1].seriesModel : null);
		});
		calculateStack(stackInfoList);
	});
}
function calculateStack(stackInfoList) {
	each$3(stackInfoList, function(targetStackInfo, idxInStack) {
		var resultVal = [];
		var resultNaN = [NaN, NaN];
		var dims = [targetStackInfo.stackResultDimension, targetStackInfo.stackedOverDimension];
		var targetData = targetStackInfo.data;
		var isStackedByIndex = targetStackInfo.isStackedByIndex;
		var stackStrategy = targetStackInfo.seriesModel.get("stackStrategy") || "samesign";
		targetData.modify(dims, function(v0, v1, dataIndex) {
			var sum = targetData.get(targetStackInfo.stackedDimension, dataIndex);
			if (isNaN(sum)) return resultNaN;
			var byValue;
			var stackedDataRawIndex;
			if (isStackedByIndex) stackedDataRawIndex = targetData.getRawIndex(dataIndex);
			else byValue = targetData.get(targetStackInfo.stackedByDimension, dataIndex);
			var stackedOver = NaN;
			for (var j = idxInStack - 1; j >= 0; j--) {
				var stackInfo = stackInfoList[j];
				if (!isStackedByIndex) stackedDataRawIndex = stackInfo.data.rawIndexOf(stackInfo.stackedByDimension, byValue);
				if (stackedDataRawIndex >= 0) {
					var val = stackInfo.data.getByRawIndex(stackInfo.stackResultDimension, stackedDataRawIndex);
					if (stackStrategy === "all" || stackStrategy === "positive" && val > 0 || stackStrategy === "negative" && val < 0 || stackStrategy === "samesign" && sum >= 0 && val > 0 || stackStrategy === "samesign" && sum <= 0 && val < 0) {
						sum = addSafe(sum, val);
						stackedOver = val;
						break;
					}
				}
			}
			resultVal[0] = sum;
			resultVal[1] = stackedOver;
			return resultVal;
		});
	});
}

// node_modules/echarts/lib/view/Component.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var ComponentView = function() {
	function ComponentView() {
		this.group = new Group();
		this.uid = getUID("viewComponent");
	}
	ComponentView.prototype.init = function(ecModel, api) {};
	ComponentView.prototype.render = function(model, ecModel, api, payload) {};
	ComponentView.prototype.dispose = function(ecModel, api) {};
	ComponentView.prototype.updateView = function(model, ecModel, api, payload) {};
	ComponentView.prototype.updateLayout = function(model, ecModel, api, payload) {};
	ComponentView.prototype.updateVisual = function(model, ecModel, api, payload) {};
	/**
	* Hook for toggle blur target series.
	* Can be used in marker for blur or leave blur the markers
	*/
	ComponentView.prototype.toggleBlurSeries = function(seriesModels, isBlur, ecModel) {};
	/**
	* Traverse the new rendered elements.
	*
	* It will traverse the new added element in progressive rendering.
	* And traverse all in normal rendering.
	*/
	ComponentView.prototype.eachRendered = function(cb) {
		var group = this.group;
		if (group) group.traverse(cb);
	};
	return ComponentView;
}();
enableClassExtend(ComponentView);
enableClassManagement(ComponentView);

// node_modules/echarts/lib/visual/style.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$8 = makeInner();
var defaultStyleMappers = {
	itemStyle: makeStyleMapper(ITEM_STYLE_KEY_MAP, true),
	lineStyle: makeStyleMapper(LINE_STYLE_KEY_MAP, true)
};
var defaultColorKey = {
	lineStyle: "stroke",
	itemStyle: "fill"
};
function getStyleMapper(seriesModel, stylePath) {
	var styleMapper = seriesModel.visualStyleMapper || defaultStyleMappers[stylePath];
	if (!styleMapper) {
		console.warn("Unknown style type '" + stylePath + "'.");
		return defaultStyleMappers.itemStyle;
	}
	return styleMapper;
}
function getDefaultColorKey(seriesModel, stylePath) {
	var colorKey = seriesModel.visualDrawType || defaultColorKey[stylePath];
	if (!colorKey) {
		console.warn("Unknown style type '" + stylePath + "'.");
		return "fill";
	}
	return colorKey;
}
var seriesStyleTask = {
	createOnAllSeries: true,
	performRawSeries: true,
	reset: function(seriesModel, ecModel) {
		var data = seriesModel.getData();
		var stylePath = seriesModel.visualStyleAccessPath || "itemStyle";
		var styleModel = seriesModel.getModel(stylePath);
		var globalStyle = getStyleMapper(seriesModel, stylePath)(styleModel);
		var decalOption = styleModel.getShallow("decal");
		if (decalOption) {
			data.setVisual("decal", decalOption);
			decalOption.dirty = true;
		}
		var colorKey = getDefaultColorKey(seriesModel, stylePath);
		var color = globalStyle[colorKey];
		var colorCallback = isFunction(color) ? color : null;
		var hasAutoColor = globalStyle.fill === "auto" || globalStyle.stroke === "auto";
		if (!globalStyle[colorKey] || colorCallback || hasAutoColor) {
			var colorPalette = seriesModel.getColorFromPalette(seriesModel.name, null, ecModel.getSeriesCount());
			if (!globalStyle[colorKey]) {
				globalStyle[colorKey] = colorPalette;
				data.setVisual("colorFromPalette", true);
			}
			globalStyle.fill = globalStyle.fill === "auto" || isFunction(globalStyle.fill) ? colorPalette : globalStyle.fill;
			globalStyle.stroke = globalStyle.stroke === "auto" || isFunction(globalStyle.stroke) ? colorPalette : globalStyle.stroke;
		}
		data.setVisual("style", globalStyle);
		data.setVisual("drawType", colorKey);
		if (!ecModel.isSeriesFiltered(seriesModel) && colorCallback) {
			data.setVisual("colorFromPalette", false);
			return { dataEach: function(data, idx) {
				var dataParams = seriesModel.getDataParams(idx);
				var itemStyle = extend({}, globalStyle);
				itemStyle[colorKey] = colorCallback(dataParams);
				data.setItemVisual(idx, "style", itemStyle);
			} };
		}
	}
};
var sharedModel = new Model();
var dataStyleTask = {
	createOnAllSeries: true,
	reset: function(seriesModel, ecModel) {
		if (seriesModel.ignoreStyleOnData) return;
		var data = seriesModel.getData();
		var stylePath = seriesModel.visualStyleAccessPath || "itemStyle";
		var getStyle = getStyleMapper(seriesModel, stylePath);
		var colorKey = data.getVisual("drawType");
		return { dataEach: data.hasItemOption ? function(data, idx) {
			var rawItem = data.getRawDataItem(idx);
			if (rawItem && rawItem[stylePath]) {
				sharedModel.option = rawItem[stylePath];
				var style = getStyle(sharedModel);
				var existsStyle = data.ensureUniqueItemVisual(idx, "style");
				extend(existsStyle, style);
				if (sharedModel.option.decal) {
					data.setItemVisual(idx, "decal", sharedModel.option.decal);
					sharedModel.option.decal.dirty = true;
				}
				if (colorKey in style) data.setItemVisual(idx, "colorFromPalette", false);
			}
		} : null };
	}
};
var dataColorPaletteTask = {
	performRawSeries: true,
	overallReset: function(ecModel) {
		var paletteScopeGroupByType = createHashMap();
		ecModel.eachSeries(function(seriesModel) {
			if (!seriesModel.isColorBySeries()) {
				var key = seriesModel.type + "-" + seriesModel.getColorBy();
				inner$8(seriesModel).scope = paletteScopeGroupByType.get(key) || paletteScopeGroupByType.set(key, {});
			}
		});
		ecModel.eachSeries(function(seriesModel) {
			if (seriesModel.isColorBySeries()) return;
			var dataAll = seriesModel.getRawData();
			var idxMap = {};
			var data = seriesModel.getData();
			var colorScope = inner$8(seriesModel).scope;
			var colorKey = getDefaultColorKey(seriesModel, seriesModel.visualStyleAccessPath || "itemStyle");
			data.each(function(idx) {
				var rawIdx = data.getRawIndex(idx);
				idxMap[rawIdx] = idx;
			});
			dataAll.each(function(rawIdx) {
				var idx = idxMap[rawIdx];
				if (data.getItemVisual(idx, "colorFromPalette")) {
					var itemStyle = data.ensureUniqueItemVisual(idx, "style");
					var name_1 = dataAll.getName(rawIdx) || rawIdx + "";
					var dataCount = dataAll.count();
					itemStyle[colorKey] = seriesModel.getColorFromPalette(name_1, colorScope, dataCount);
				}
			});
		});
	}
};

// node_modules/echarts/lib/loading/default.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var PI = Math.PI;
/**
* @param {module:echarts/ExtensionAPI} api
* @param {Object} [opts]
* @param {string} [opts.text]
* @param {string} [opts.color]
* @param {string} [opts.textColor]
* @return {module:zrender/Element}
*/
function defaultLoading(api, opts) {
	opts = opts || {};
	defaults(opts, {
		text: "loading",
		textColor: tokens.color.primary,
		fontSize: 12,
		fontWeight: "normal",
		fontStyle: "normal",
		fontFamily: "sans-serif",
		maskColor: "rgba(255,255,255,0.8)",
		showSpinner: true,
		color: tokens.color.theme[0],
		spinnerRadius: 10,
		lineWidth: 5,
		zlevel: 0
	});
	var group = new Group();
	var mask = new Rect({
		style: { fill: opts.maskColor },
		zlevel: opts.zlevel,
		z: 1e4
	});
	group.add(mask);
	var textContent = new ZRText({
		style: {
			text: opts.text,
			fill: opts.textColor,
			fontSize: opts.fontSize,
			fontWeight: opts.fontWeight,
			fontStyle: opts.fontStyle,
			fontFamily: opts.fontFamily
		},
		zlevel: opts.zlevel,
		z: 10001
	});
	var labelRect = new Rect({
		style: { fill: "none" },
		textContent,
		textConfig: {
			position: "right",
			distance: 10
		},
		zlevel: opts.zlevel,
		z: 10001
	});
	group.add(labelRect);
	var arc;
	if (opts.showSpinner) {
		arc = new Arc({
			shape: {
				startAngle: -PI / 2,
				endAngle: -PI / 2 + .1,
				r: opts.spinnerRadius
			},
			style: {
				stroke: opts.color,
				lineCap: "round",
				lineWidth: opts.lineWidth
			},
			zlevel: opts.zlevel,
			z: 10001
		});
		arc.animateShape(true).when(1e3, { endAngle: PI * 3 / 2 }).start("circularInOut");
		arc.animateShape(true).when(1e3, { startAngle: PI * 3 / 2 }).delay(300).start("circularInOut");
		group.add(arc);
	}
	group.resize = function() {
		var textWidth = textContent.getBoundingRect().width;
		var r = opts.showSpinner ? opts.spinnerRadius : 0;
		var cx = (api.getWidth() - r * 2 - (opts.showSpinner && textWidth ? 10 : 0) - textWidth) / 2 - (opts.showSpinner && textWidth ? 0 : 5 + textWidth / 2) + (opts.showSpinner ? 0 : textWidth / 2) + (textWidth ? 0 : r);
		var cy = api.getHeight() / 2;
		opts.showSpinner && arc.setShape({
			cx,
			cy
		});
		labelRect.setShape({
			x: cx - r,
			y: cy - r,
			width: r * 2,
			height: r * 2
		});
		mask.setShape({
			x: 0,
			y: 0,
			width: api.getWidth(),
			height: api.getHeight()
		});
	};
	group.resize();
	return group;
}

// node_modules/echarts/lib/core/Scheduler.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var Scheduler = function() {
	function Scheduler(ecInstance, api, dataProcessorHandlers, visualHandlers) {
		this._stageTaskMap = createHashMap();
		this.ecInstance = ecInstance;
		this.api = api;
		dataProcessorHandlers = this._dataProcessorHandlers = dataProcessorHandlers.slice();
		visualHandlers = this._visualHandlers = visualHandlers.slice();
		this._allHandlers = dataProcessorHandlers.concat(visualHandlers);
	}
	Scheduler.prototype.restoreData = function(ecModel, payload) {
		ecModel.restoreData(payload);
		this._stageTaskMap.each(function(taskRecord) {
			var overallTask = taskRecord.overallTask;
			overallTask && overallTask.dirty();
		});
	};
	Scheduler.prototype.getPerformArgs = function(task, isBlock) {
		if (!task.__pipeline) return;
		var pipeline = this._pipelineMap.get(task.__pipeline.id);
		var pCtx = pipeline.context;
		var step = !isBlock && pipeline.progressiveEnabled && (!pCtx || pCtx.progressiveRender) && task.__idxInPipeline > pipeline.blockIndex ? pipeline.step : null;
		var modDataCount = pCtx && pCtx.modDataCount;
		return {
			step,
			modBy: modDataCount != null ? Math.ceil(modDataCount / step) : null,
			modDataCount
		};
	};
	Scheduler.prototype.getPipeline = function(pipelineId) {
		return this._pipelineMap.get(pipelineId);
	};
	/**
	* Current, progressive rendering starts from visual and layout.
	* Always detect render mode in the same stage, avoiding that incorrect
	* detection caused by data filtering.
	* Caution:
	* `updateStreamModes` use `seriesModel.getData()`.
	*/
	Scheduler.prototype.updateStreamModes = function(seriesModel, view) {
		var pipeline = this._pipelineMap.get(seriesModel.uid);
		seriesModel.pipelineContext = pipeline.context = seriesModel.__preparePipelineContext ? seriesModel.__preparePipelineContext(view, pipeline) : preparePipelineContext(seriesModel, view, pipeline);
	};
	Scheduler.prototype.restorePipelines = function(zr, ecModel) {
		var scheduler = this;
		var pipelineMap = scheduler._pipelineMap = createHashMap();
		ecModel.eachSeries(function(seriesModel) {
			var progressive = zr.painter.type === "canvas" && seriesModel.getProgressive();
			var pipelineId = seriesModel.uid;
			pipelineMap.set(pipelineId, {
				id: pipelineId,
				head: null,
				tail: null,
				threshold: seriesModel.getProgressiveThreshold(),
				progressiveEnabled: progressive && !(seriesModel.preventIncremental && seriesModel.preventIncremental()),
				blockIndex: -1,
				step: Math.round(progressive || 700),
				count: 0
			});
			scheduler._pipe(seriesModel, seriesModel.dataTask);
		});
	};
	Scheduler.prototype.prepareStageTasks = function() {
		var stageTaskMap = this._stageTaskMap;
		var ecModel = this.api.getModel();
		var api = this.api;
		each$3(this._allHandlers, function(handler) {
			var record = stageTaskMap.get(handler.uid) || stageTaskMap.set(handler.uid, {});
			var errMsg = "";
			if (process.env.NODE_ENV !== "production") errMsg = "\"reset\" and \"overallReset\" must not be both specified.";
			assert(!(handler.reset && handler.overallReset), errMsg);
			handler.reset && this._createSeriesStageTask(handler, record, ecModel, api);
			handler.overallReset && this._createOverallStageTask(handler, record, ecModel, api);
		}, this);
	};
	Scheduler.prototype.prepareView = function(view, model, ecModel, api) {
		var renderTask = view.renderTask;
		var context = renderTask.context;
		context.model = model;
		context.ecModel = ecModel;
		context.api = api;
		renderTask.__block = !view.incrementalPrepareRender;
		this._pipe(model, renderTask);
	};
	Scheduler.prototype.performDataProcessorTasks = function(ecModel, payload) {
		this._performStageTasks(this._dataProcessorHandlers, ecModel, payload, { block: true });
	};
	Scheduler.prototype.performVisualTasks = function(ecModel, payload, opt) {
		this._performStageTasks(this._visualHandlers, ecModel, payload, opt);
	};
	Scheduler.prototype._performStageTasks = function(stageHandlers, ecModel, payload, opt) {
		opt = opt || {};
		var unfinished = false;
		var scheduler = this;
		each$3(stageHandlers, function(stageHandler, idx) {
			if (opt.visualType && opt.visualType !== stageHandler.visualType) return;
			var stageHandlerRecord = scheduler._stageTaskMap.get(stageHandler.uid);
			var seriesTaskMap = stageHandlerRecord.seriesTaskMap;
			var overallTask = stageHandlerRecord.overallTask;
			if (overallTask) {
				var overallNeedDirty_1;
				var agentStubMap = overallTask.agentStubMap;
				agentStubMap.each(function(stub) {
					if (needSetDirty(opt, stub)) {
						stub.dirty();
						overallNeedDirty_1 = true;
					}
				});
				overallNeedDirty_1 && overallTask.dirty();
				scheduler.updatePayload(overallTask, payload);
				var performArgs_1 = scheduler.getPerformArgs(overallTask, opt.block);
				agentStubMap.each(function(stub) {
					stub.perform(performArgs_1);
				});
				if (overallTask.perform(performArgs_1)) unfinished = true;
			} else if (seriesTaskMap) seriesTaskMap.each(function(task, pipelineId) {
				if (needSetDirty(opt, task)) task.dirty();
				var performArgs = scheduler.getPerformArgs(task, opt.block);
				performArgs.skip = !stageHandler.performRawSeries && ecModel.isSeriesFiltered(task.context.model);
				scheduler.updatePayload(task, payload);
				if (task.perform(performArgs)) unfinished = true;
			});
		});
		function needSetDirty(opt, task) {
			return opt.setDirty && (!opt.dirtyMap || opt.dirtyMap.get(task.__pipeline.id));
		}
		this.unfinished = unfinished || this.unfinished;
	};
	Scheduler.prototype.performSeriesTasks = function(ecModel) {
		var unfinished;
		ecModel.eachSeries(function(seriesModel) {
			unfinished = seriesModel.dataTask.perform() || unfinished;
		});
		this.unfinished = unfinished || this.unfinished;
	};
	Scheduler.prototype.plan = function() {
		this._pipelineMap.each(function(pipeline) {
			var task = pipeline.tail;
			do {
				if (task.__block) {
					pipeline.blockIndex = task.__idxInPipeline;
					break;
				}
				task = task.getUpstream();
			} while (task);
		});
	};
	Scheduler.prototype.updatePayload = function(task, payload) {
		payload !== "remain" && (task.context.payload = payload);
	};
	Scheduler.prototype._createSeriesStageTask = function(stageHandler, stageHandlerRecord, ecModel, api) {
		var scheduler = this;
		var oldSeriesTaskMap = stageHandlerRecord.seriesTaskMap;
		var newSeriesTaskMap = stageHandlerRecord.seriesTaskMap = createHashMap();
		var seriesType = stageHandler.seriesType;
		var getTargetSeries = stageHandler.getTargetSeries;
		if (stageHandler.createOnAllSeries) ecModel.eachRawSeries(create);
		else if (seriesType) ecModel.eachRawSeriesByType(seriesType, create);
		else if (getTargetSeries) getTargetSeries(ecModel, api).each(create);
		function create(seriesModel) {
			var pipelineId = seriesModel.uid;
			var task = newSeriesTaskMap.set(pipelineId, oldSeriesTaskMap && oldSeriesTaskMap.get(pipelineId) || createTask({
				plan: seriesTaskPlan,
				reset: seriesTaskReset,
				count: seriesTaskCount
			}));
			task.context = {
				model: seriesModel,
				ecModel,
				api,
				useClearVisual: stageHandler.isVisual && !stageHandler.isLayout,
				plan: stageHandler.plan,
				reset: stageHandler.reset,
				scheduler
			};
			scheduler._pipe(seriesModel, task);
		}
	};
	Scheduler.prototype._createOverallStageTask = function(stageHandler, stageHandlerRecord, ecModel, api) {
		var scheduler = this;
		var overallTask = stageHandlerRecord.overallTask = stageHandlerRecord.overallTask || createTask({ reset: overallTaskReset });
		overallTask.context = {
			ecModel,
			api,
			overallReset: stageHandler.overallReset,
			scheduler
		};
		var oldAgentStubMap = overallTask.agentStubMap;
		var newAgentStubMap = overallTask.agentStubMap = createHashMap();
		var seriesType = stageHandler.seriesType;
		var getTargetSeries = stageHandler.getTargetSeries;
		var dirtyOnOverallProgress = stageHandler.dirtyOnOverallProgress;
		var shouldOverallTaskDirty = false;
		var errMsg = "";
		if (process.env.NODE_ENV !== "production") errMsg = "\"createOnAllSeries\" is not supported for \"overallReset\", because it will block all streams.";
		assert(!stageHandler.createOnAllSeries, errMsg);
		if (seriesType) ecModel.eachRawSeriesByType(seriesType, createStub);
		else if (getTargetSeries) getTargetSeries(ecModel, api).each(createStub);
		else each$3(ecModel.getSeries(), createStub);
		function createStub(seriesModel) {
			var pipelineId = seriesModel.uid;
			var stub = newAgentStubMap.set(pipelineId, oldAgentStubMap && oldAgentStubMap.get(pipelineId) || (shouldOverallTaskDirty = true, createTask({
				reset: stubReset,
				onDirty: stubOnDirty
			})));
			stub.context = {
				model: seriesModel,
				dirtyOnOverallProgress
			};
			stub.agent = overallTask;
			stub.__block = dirtyOnOverallProgress;
			scheduler._pipe(seriesModel, stub);
		}
		if (shouldOverallTaskDirty) overallTask.dirty();
	};
	Scheduler.prototype._pipe = function(seriesModel, task) {
		var pipelineId = seriesModel.uid;
		var pipeline = this._pipelineMap.get(pipelineId);
		!pipeline.head && (pipeline.head = task);
		pipeline.tail && pipeline.tail.pipe(task);
		pipeline.tail = task;
		task.__idxInPipeline = pipeline.count++;
		task.__pipeline = pipeline;
	};
	Scheduler.wrapStageHandler = function(stageHandler, visualType) {
		if (isFunction(stageHandler)) stageHandler = {
			overallReset: stageHandler,
			seriesType: detectSeriseType(stageHandler)
		};
		stageHandler.uid = getUID("stageHandler");
		visualType && (stageHandler.visualType = visualType);
		return stageHandler;
	};
	return Scheduler;
}();
function overallTaskReset(context) {
	context.overallReset(context.ecModel, context.api, context.payload);
}
function stubReset(context) {
	return context.dirtyOnOverallProgress && stubProgress;
}
function stubProgress() {
	this.agent.dirty();
	this.getDownstream().dirty();
}
function stubOnDirty() {
	this.agent && this.agent.dirty();
}
function seriesTaskPlan(context) {
	return context.plan ? context.plan(context.model, context.ecModel, context.api, context.payload) : null;
}
function seriesTaskReset(context) {
	if (context.useClearVisual) context.data.clearAllVisual();
	var resetDefines = context.resetDefines = normalizeToArray(context.reset(context.model, context.ecModel, context.api, context.payload));
	return resetDefines.length > 1 ? map$1(resetDefines, function(v, idx) {
		return makeSeriesTaskProgress(idx);
	}) : singleSeriesTaskProgress;
}
var singleSeriesTaskProgress = makeSeriesTaskProgress(0);
function makeSeriesTaskProgress(resetDefineIdx) {
	return function(params, context) {
		var data = context.data;
		var resetDefine = context.resetDefines[resetDefineIdx];
		if (resetDefine && resetDefine.dataEach) for (var i = params.start; i < params.end; i++) resetDefine.dataEach(data, i);
		else if (resetDefine && resetDefine.progress) resetDefine.progress(params, data);
	};
}
function seriesTaskCount(context) {
	return context.data.count();
}
/**
* Only some legacy stage handlers (usually in echarts extensions) are pure function.
* To ensure that they can work normally, they should work in block mode, that is,
* they should not be started util the previous tasks finished. So they cause the
* progressive rendering disabled. We try to detect the series type, to narrow down
* the block range to only the series type they concern, but not all series.
*/
function detectSeriseType(legacyFunc) {
	seriesType = null;
	try {
		legacyFunc(ecModelMock, apiMock);
	} catch (e) {}
	return seriesType;
}
var ecModelMock = {};
var apiMock = {};
var seriesType;
mockMethods(ecModelMock, GlobalModel);
mockMethods(apiMock, ExtensionAPI);
ecModelMock.eachSeriesByType = ecModelMock.eachRawSeriesByType = function(type) {
	seriesType = type;
};
ecModelMock.eachComponent = function(cond) {
	if (cond.mainType === "series" && cond.subType) seriesType = cond.subType;
};
function mockMethods(target, Clz) {
	for (var name_1 in Clz.prototype) target[name_1] = noop;
}

// node_modules/echarts/lib/theme/dark.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var color = tokens.darkColor;
var backgroundColor = color.background;
var axisCommon = function() {
	return {
		axisLine: { lineStyle: { color: color.axisLine } },
		splitLine: { lineStyle: { color: color.axisSplitLine } },
		splitArea: { areaStyle: { color: [color.backgroundTint, color.backgroundTransparent] } },
		minorSplitLine: { lineStyle: { color: color.axisMinorSplitLine } },
		axisLabel: { color: color.axisLabel },
		axisName: {}
	};
};
var matrixAxis = {
	label: { color: color.secondary },
	itemStyle: { borderColor: color.borderTint },
	dividerLineStyle: { color: color.border }
};
var theme = {
	darkMode: true,
	color: color.theme,
	backgroundColor,
	axisPointer: {
		lineStyle: { color: color.border },
		crossStyle: { color: color.borderShade },
		label: { color: color.tertiary }
	},
	legend: {
		textStyle: { color: color.secondary },
		pageTextStyle: { color: color.tertiary }
	},
	textStyle: { color: color.secondary },
	title: {
		textStyle: { color: color.primary },
		subtextStyle: { color: color.quaternary }
	},
	toolbox: {
		iconStyle: { borderColor: color.accent50 },
		feature: { dataView: {
			backgroundColor,
			textColor: color.primary,
			textareaColor: color.background,
			textareaBorderColor: color.border,
			buttonColor: color.accent50,
			buttonTextColor: color.neutral00
		} }
	},
	tooltip: {
		backgroundColor: color.neutral20,
		defaultBorderColor: color.border,
		textStyle: { color: color.tertiary }
	},
	dataZoom: {
		borderColor: color.accent10,
		textStyle: { color: color.tertiary },
		brushStyle: { color: color.backgroundTint },
		handleStyle: {
			color: color.neutral00,
			borderColor: color.accent20
		},
		moveHandleStyle: { color: color.accent40 },
		emphasis: { handleStyle: { borderColor: color.accent50 } },
		dataBackground: {
			lineStyle: { color: color.accent30 },
			areaStyle: { color: color.accent20 }
		},
		selectedDataBackground: {
			lineStyle: { color: color.accent50 },
			areaStyle: { color: color.accent30 }
		}
	},
	visualMap: {
		textStyle: { color: color.secondary },
		handleStyle: { borderColor: color.neutral30 }
	},
	timeline: {
		lineStyle: { color: color.accent10 },
		label: { color: color.tertiary },
		controlStyle: {
			color: color.accent30,
			borderColor: color.accent30
		}
	},
	calendar: {
		itemStyle: {
			color: color.neutral00,
			borderColor: color.neutral20
		},
		dayLabel: { color: color.tertiary },
		monthLabel: { color: color.secondary },
		yearLabel: { color: color.secondary }
	},
	matrix: {
		x: matrixAxis,
		y: matrixAxis,
		backgroundColor: { borderColor: color.axisLine },
		body: { itemStyle: { borderColor: color.borderTint } }
	},
	timeAxis: axisCommon(),
	logAxis: axisCommon(),
	valueAxis: axisCommon(),
	categoryAxis: axisCommon(),
	line: { symbol: "circle" },
	graph: { color: color.theme },
	gauge: {
		title: { color: color.secondary },
		axisLine: { lineStyle: { color: [[1, color.neutral05]] } },
		axisLabel: { color: color.axisLabel },
		detail: { color: color.primary }
	},
	candlestick: { itemStyle: {
		color: "#f64e56",
		color0: "#54ea92",
		borderColor: "#f64e56",
		borderColor0: "#54ea92"
	} },
	funnel: { itemStyle: { borderColor: color.background } },
	radar: function() {
		var radar = axisCommon();
		radar.axisName = { color: color.axisLabel };
		radar.axisLine.lineStyle.color = color.neutral20;
		return radar;
	}(),
	treemap: { breadcrumb: {
		itemStyle: {
			color: color.neutral20,
			textStyle: { color: color.secondary }
		},
		emphasis: { itemStyle: { color: color.neutral30 } }
	} },
	sunburst: { itemStyle: { borderColor: color.background } },
	map: {
		itemStyle: {
			borderColor: color.border,
			areaColor: color.neutral10
		},
		label: { color: color.tertiary },
		emphasis: {
			label: { color: color.primary },
			itemStyle: { areaColor: color.highlight }
		},
		select: {
			label: { color: color.primary },
			itemStyle: { areaColor: color.highlight }
		}
	},
	geo: {
		itemStyle: {
			borderColor: color.border,
			areaColor: color.neutral10
		},
		emphasis: {
			label: { color: color.primary },
			itemStyle: { areaColor: color.highlight }
		},
		select: {
			label: { color: color.primary },
			itemStyle: { color: color.highlight }
		}
	}
};
theme.categoryAxis.splitLine.show = false;

// node_modules/echarts/lib/util/ECEventProcessor.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Usage of query:
* `chart.on('click', query, handler);`
* The `query` can be:
* + The component type query string, only `mainType` or `mainType.subType`,
*   like: 'xAxis', 'series', 'xAxis.category' or 'series.line'.
* + The component query object, like:
*   `{seriesIndex: 2}`, `{seriesName: 'xx'}`, `{seriesId: 'some'}`,
*   `{xAxisIndex: 2}`, `{xAxisName: 'xx'}`, `{xAxisId: 'some'}`.
* + The data query object, like:
*   `{dataIndex: 123}`, `{dataType: 'link'}`, `{name: 'some'}`.
* + The other query object (cmponent customized query), like:
*   `{element: 'some'}` (only available in custom series).
*
* Caveat: If a prop in the `query` object is `null/undefined`, it is the
* same as there is no such prop in the `query` object.
*/
var ECEventProcessor = function() {
	function ECEventProcessor() {}
	ECEventProcessor.prototype.normalizeQuery = function(query) {
		var cptQuery = {};
		var dataQuery = {};
		var otherQuery = {};
		if (isString(query)) {
			var condCptType = parseClassType(query);
			cptQuery.mainType = condCptType.main || null;
			cptQuery.subType = condCptType.sub || null;
		} else {
			var suffixes_1 = [
				"Index",
				"Name",
				"Id"
			];
			var dataKeys_1 = {
				name: 1,
				dataIndex: 1,
				dataType: 1
			};
			each$3(query, function(val, key) {
				var reserved = false;
				for (var i = 0; i < suffixes_1.length; i++) {
					var propSuffix = suffixes_1[i];
					var suffixPos = key.lastIndexOf(propSuffix);
					if (suffixPos > 0 && suffixPos === key.length - propSuffix.length) {
						var mainType = key.slice(0, suffixPos);
						if (mainType !== "data") {
							cptQuery.mainType = mainType;
							cptQuery[propSuffix.toLowerCase()] = val;
							reserved = true;
						}
					}
				}
				if (dataKeys_1.hasOwnProperty(key)) {
					dataQuery[key] = val;
					reserved = true;
				}
				if (!reserved) otherQuery[key] = val;
			});
		}
		return {
			cptQuery,
			dataQuery,
			otherQuery
		};
	};
	ECEventProcessor.prototype.filter = function(eventType, query) {
		var eventInfo = this.eventInfo;
		if (!eventInfo) return true;
		var targetEl = eventInfo.targetEl;
		var packedEvent = eventInfo.packedEvent;
		var model = eventInfo.model;
		var view = eventInfo.view;
		if (!model || !view) return true;
		var cptQuery = query.cptQuery;
		var dataQuery = query.dataQuery;
		return check(cptQuery, model, "mainType") && check(cptQuery, model, "subType") && check(cptQuery, model, "index", "componentIndex") && check(cptQuery, model, "name") && check(cptQuery, model, "id") && check(dataQuery, packedEvent, "name") && check(dataQuery, packedEvent, "dataIndex") && check(dataQuery, packedEvent, "dataType") && (!view.filterForExposedEvent || view.filterForExposedEvent(eventType, query.otherQuery, targetEl, packedEvent));
		function check(query, host, prop, propOnHost) {
			return query[prop] == null || host[propOnHost || prop] === query[prop];
		}
	};
	ECEventProcessor.prototype.afterTrigger = function() {
		this.eventInfo = null;
	};
	return ECEventProcessor;
}();

// node_modules/echarts/lib/visual/symbol.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var SYMBOL_PROPS_WITH_CB = [
	"symbol",
	"symbolSize",
	"symbolRotate",
	"symbolOffset"
];
var SYMBOL_PROPS = SYMBOL_PROPS_WITH_CB.concat(["symbolKeepAspect"]);
var seriesSymbolTask = {
	createOnAllSeries: true,
	performRawSeries: true,
	reset: function(seriesModel, ecModel) {
		var data = seriesModel.getData();
		if (seriesModel.legendIcon) data.setVisual("legendIcon", seriesModel.legendIcon);
		if (!seriesModel.hasSymbolVisual) return;
		var symbolOptions = {};
		var symbolOptionsCb = {};
		var hasCallback = false;
		for (var i = 0; i < SYMBOL_PROPS_WITH_CB.length; i++) {
			var symbolPropName = SYMBOL_PROPS_WITH_CB[i];
			var val = seriesModel.get(symbolPropName);
			if (isFunction(val)) {
				hasCallback = true;
				symbolOptionsCb[symbolPropName] = val;
			} else symbolOptions[symbolPropName] = val;
		}
		symbolOptions.symbol = symbolOptions.symbol || seriesModel.defaultSymbol;
		data.setVisual(extend({
			legendIcon: seriesModel.legendIcon || symbolOptions.symbol,
			symbolKeepAspect: seriesModel.get("symbolKeepAspect")
		}, symbolOptions));
		if (ecModel.isSeriesFiltered(seriesModel)) return;
		var symbolPropsCb = keys(symbolOptionsCb);
		function dataEach(data, idx) {
			var rawValue = seriesModel.getRawValue(idx);
			var params = seriesModel.getDataParams(idx);
			for (var i = 0; i < symbolPropsCb.length; i++) {
				var symbolPropName = symbolPropsCb[i];
				data.setItemVisual(idx, symbolPropName, symbolOptionsCb[symbolPropName](rawValue, params));
			}
		}
		return { dataEach: hasCallback ? dataEach : null };
	}
};
var dataSymbolTask = {
	createOnAllSeries: true,
	performRawSeries: true,
	reset: function(seriesModel, ecModel) {
		if (!seriesModel.hasSymbolVisual) return;
		if (ecModel.isSeriesFiltered(seriesModel)) return;
		var data = seriesModel.getData();
		function dataEach(data, idx) {
			var itemModel = data.getItemModel(idx);
			for (var i = 0; i < SYMBOL_PROPS.length; i++) {
				var symbolPropName = SYMBOL_PROPS[i];
				var val = itemModel.getShallow(symbolPropName, true);
				if (val != null) data.setItemVisual(idx, symbolPropName, val);
			}
		}
		return { dataEach: data.hasItemOption ? dataEach : null };
	}
};

// node_modules/echarts/lib/visual/helper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function getItemVisualFromData(data, dataIndex, key) {
	switch (key) {
		case "color": return data.getItemVisual(dataIndex, "style")[data.getVisual("drawType")];
		case "opacity": return data.getItemVisual(dataIndex, "style").opacity;
		case "symbol":
		case "symbolSize":
		case "liftZ": return data.getItemVisual(dataIndex, key);
		default: if (process.env.NODE_ENV !== "production") console.warn("Unknown visual type " + key);
	}
}
function getVisualFromData(data, key) {
	switch (key) {
		case "color": return data.getVisual("style")[data.getVisual("drawType")];
		case "opacity": return data.getVisual("style").opacity;
		case "symbol":
		case "symbolSize":
		case "liftZ": return data.getVisual(key);
		default: if (process.env.NODE_ENV !== "production") console.warn("Unknown visual type " + key);
	}
}

// node_modules/echarts/lib/util/event.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function findEventDispatcher(target, det, returnFirstMatch) {
	var found;
	while (target) {
		if (det(target)) {
			found = target;
			if (returnFirstMatch) break;
		}
		target = target.__hostTarget || target.parent;
	}
	return found;
}

// node_modules/echarts/lib/core/lifecycle.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var lifecycle = new Eventful();

// node_modules/echarts/lib/core/impl.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var implsStore = {};
function registerImpl(name, impl) {
	if (process.env.NODE_ENV !== "production") {
		if (implsStore[name]) error("Already has an implementation of " + name + ".");
	}
	implsStore[name] = impl;
}
function getImpl(name) {
	if (process.env.NODE_ENV !== "production") {
		if (!implsStore[name]) error("Implementation of " + name + " doesn't exists.");
	}
	return implsStore[name];
}

// node_modules/echarts/lib/chart/custom/customSeriesRegister.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var customRenderers = {};
function registerCustomSeries(type, renderItem) {
	customRenderers[type] = renderItem;
}

// node_modules/echarts/lib/util/decal.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var decalMap = new WeakMap();
var decalCache = new LRU(100);
var decalKeys = [
	"symbol",
	"symbolSize",
	"symbolKeepAspect",
	"color",
	"backgroundColor",
	"dashArrayX",
	"dashArrayY",
	"maxTileWidth",
	"maxTileHeight"
];
/**
* Create or update pattern image from decal options
*
* @param {InnerDecalObject | 'none'} decalObject decal options, 'none' if no decal
* @return {Pattern} pattern with generated image, null if no decal
*/
function createOrUpdatePatternFromDecal(decalObject, api) {
	if (decalObject === "none") return null;
	var dpr = api.getDevicePixelRatio();
	var zr = api.getZr();
	var isSVG = zr.painter.type === "svg";
	if (decalObject.dirty) decalMap["delete"](decalObject);
	var oldPattern = decalMap.get(decalObject);
	if (oldPattern) return oldPattern;
	var decalOpt = defaults(decalObject, {
		symbol: "rect",
		symbolSize: 1,
		symbolKeepAspect: true,
		color: "rgba(0, 0, 0, 0.2)",
		backgroundColor: null,
		dashArrayX: 5,
		dashArrayY: 5,
		rotation: 0,
		maxTileWidth: 512,
		maxTileHeight: 512
	});
	if (decalOpt.backgroundColor === "none") decalOpt.backgroundColor = null;
	var pattern = { repeat: "repeat" };
	setPatternnSource(pattern);
	pattern.rotation = decalOpt.rotation;
	pattern.scaleX = pattern.scaleY = isSVG ? 1 : 1 / dpr;
	decalMap.set(decalObject, pattern);
	decalObject.dirty = false;
	return pattern;
	function setPatternnSource(pattern) {
		var keys = [dpr];
		var isValidKey = true;
		for (var i = 0; i < decalKeys.length; ++i) {
			var value = decalOpt[decalKeys[i]];
			if (value != null && !isArray(value) && !isString(value) && !isNumber(value) && typeof value !== "boolean") {
				isValidKey = false;
				break;
			}
			keys.push(value);
		}
		var cacheKey;
		if (isValidKey) {
			cacheKey = keys.join(",") + (isSVG ? "-svg" : "");
			var cache = decalCache.get(cacheKey);
			if (cache) isSVG ? pattern.svgElement = cache : pattern.image = cache;
		}
		var dashArrayX = normalizeDashArrayX(decalOpt.dashArrayX);
		var dashArrayY = normalizeDashArrayY(decalOpt.dashArrayY);
		var symbolArray = normalizeSymbolArray(decalOpt.symbol);
		var lineBlockLengthsX = getLineBlockLengthX(dashArrayX);
		var lineBlockLengthY = getLineBlockLengthY(dashArrayY);
		var canvas = !isSVG && platformApi.createCanvas();
		var svgRoot = isSVG && {
			tag: "g",
			attrs: {},
			key: "dcl",
			children: []
		};
		var pSize = getPatternSize();
		var ctx;
		if (canvas) {
			canvas.width = pSize.width * dpr;
			canvas.height = pSize.height * dpr;
			ctx = canvas.getContext("2d");
		}
		brushDecal();
		if (isValidKey) decalCache.put(cacheKey, canvas || svgRoot);
		pattern.image = canvas;
		pattern.svgElement = svgRoot;
		pattern.svgWidth = pSize.width;
		pattern.svgHeight = pSize.height;
		/**
		* Get minimum length that can make a repeatable pattern.
		*
		* @return {Object} pattern width and height
		*/
		function getPatternSize() {
			/**
			* For example, if dash is [[3, 2], [2, 1]] for X, it looks like
			* |---  ---  ---  ---  --- ...
			* |-- -- -- -- -- -- -- -- ...
			* |---  ---  ---  ---  --- ...
			* |-- -- -- -- -- -- -- -- ...
			* So the minimum length of X is 15,
			* which is the least common multiple of `3 + 2` and `2 + 1`
			* |---  ---  ---  |---  --- ...
			* |-- -- -- -- -- |-- -- -- ...
			*/
			var width = 1;
			for (var i = 0, xlen = lineBlockLengthsX.length; i < xlen; ++i) width = getLeastCommonMultiple(width, lineBlockLengthsX[i]);
			var symbolRepeats = 1;
			for (var i = 0, xlen = symbolArray.length; i < xlen; ++i) symbolRepeats = getLeastCommonMultiple(symbolRepeats, symbolArray[i].length);
			width *= symbolRepeats;
			var height = lineBlockLengthY * lineBlockLengthsX.length * symbolArray.length;
			if (process.env.NODE_ENV !== "production") {
				var warn = function(attrName) {
					console.warn("Calculated decal size is greater than " + attrName + " due to decal option settings so " + attrName + " is used for the decal size. Please consider changing the decal option to make a smaller decal or set " + attrName + " to be larger to avoid incontinuity.");
				};
				if (width > decalOpt.maxTileWidth) warn("maxTileWidth");
				if (height > decalOpt.maxTileHeight) warn("maxTileHeight");
			}
			return {
				width: Math.max(1, Math.min(width, decalOpt.maxTileWidth)),
				height: Math.max(1, Math.min(height, decalOpt.maxTileHeight))
			};
		}
		function brushDecal() {
			if (ctx) {
				ctx.clearRect(0, 0, canvas.width, canvas.height);
				if (decalOpt.backgroundColor) {
					ctx.fillStyle = decalOpt.backgroundColor;
					ctx.fillRect(0, 0, canvas.width, canvas.height);
				}
			}
			var ySum = 0;
			for (var i = 0; i < dashArrayY.length; ++i) ySum += dashArrayY[i];
			if (ySum <= 0) return;
			var y = -lineBlockLengthY;
			var yId = 0;
			var yIdTotal = 0;
			var xId0 = 0;
			while (y < pSize.height) {
				if (yId % 2 === 0) {
					var symbolYId = yIdTotal / 2 % symbolArray.length;
					var x = 0;
					var xId1 = 0;
					var xId1Total = 0;
					while (x < pSize.width * 2) {
						var xSum = 0;
						for (var i = 0; i < dashArrayX[xId0].length; ++i) xSum += dashArrayX[xId0][i];
						if (xSum <= 0) break;
						if (xId1 % 2 === 0) {
							var size = (1 - decalOpt.symbolSize) * .5;
							var left = x + dashArrayX[xId0][xId1] * size;
							var top_1 = y + dashArrayY[yId] * size;
							var width = dashArrayX[xId0][xId1] * decalOpt.symbolSize;
							var height = dashArrayY[yId] * decalOpt.symbolSize;
							var symbolXId = xId1Total / 2 % symbolArray[symbolYId].length;
							brushSymbol(left, top_1, width, height, symbolArray[symbolYId][symbolXId]);
						}
						x += dashArrayX[xId0][xId1];
						++xId1Total;
						++xId1;
						if (xId1 === dashArrayX[xId0].length) xId1 = 0;
					}
					++xId0;
					if (xId0 === dashArrayX.length) xId0 = 0;
				}
				y += dashArrayY[yId];
				++yIdTotal;
				++yId;
				if (yId === dashArrayY.length) yId = 0;
			}
			function brushSymbol(x, y, width, height, symbolType) {
				var scale = isSVG ? 1 : dpr;
				var symbol = createSymbol$1(symbolType, x * scale, y * scale, width * scale, height * scale, decalOpt.color, decalOpt.symbolKeepAspect);
				if (isSVG) {
					var symbolVNode = zr.painter.renderOneToVNode(symbol);
					if (symbolVNode) svgRoot.children.push(symbolVNode);
				} else brushSingle(ctx, symbol);
			}
		}
	}
}
/**
* Convert symbol array into normalized array
*
* @param {string | (string | string[])[]} symbol symbol input
* @return {string[][]} normolized symbol array
*/
function normalizeSymbolArray(symbol) {
	if (!symbol || symbol.length === 0) return [["rect"]];
	if (isString(symbol)) return [[symbol]];
	var isAllString = true;
	for (var i = 0; i < symbol.length; ++i) if (!isString(symbol[i])) {
		isAllString = false;
		break;
	}
	if (isAllString) return normalizeSymbolArray([symbol]);
	var result = [];
	for (var i = 0; i < symbol.length; ++i) if (isString(symbol[i])) result.push([symbol[i]]);
	else result.push(symbol[i]);
	return result;
}
/**
* Convert dash input into dashArray
*
* @param {DecalDashArrayX} dash dash input
* @return {number[][]} normolized dash array
*/
function normalizeDashArrayX(dash) {
	if (!dash || dash.length === 0) return [[0, 0]];
	if (isNumber(dash)) {
		var dashValue = Math.ceil(dash);
		return [[dashValue, dashValue]];
	}
	/**
	* [20, 5] should be normalized into [[20, 5]],
	* while [20, [5, 10]] should be normalized into [[20, 20], [5, 10]]
	*/
	var isAllNumber = true;
	for (var i = 0; i < dash.length; ++i) if (!isNumber(dash[i])) {
		isAllNumber = false;
		break;
	}
	if (isAllNumber) return normalizeDashArrayX([dash]);
	var result = [];
	for (var i = 0; i < dash.length; ++i) if (isNumber(dash[i])) {
		var dashValue = Math.ceil(dash[i]);
		result.push([dashValue, dashValue]);
	} else {
		var dashValue = map$1(dash[i], function(n) {
			return Math.ceil(n);
		});
		if (dashValue.length % 2 === 1) result.push(dashValue.concat(dashValue));
		else result.push(dashValue);
	}
	return result;
}
/**
* Convert dash input into dashArray
*
* @param {DecalDashArrayY} dash dash input
* @return {number[]} normolized dash array
*/
function normalizeDashArrayY(dash) {
	if (!dash || typeof dash === "object" && dash.length === 0) return [0, 0];
	if (isNumber(dash)) {
		var dashValue_1 = Math.ceil(dash);
		return [dashValue_1, dashValue_1];
	}
	var dashValue = map$1(dash, function(n) {
		return Math.ceil(n);
	});
	return dash.length % 2 ? dashValue.concat(dashValue) : dashValue;
}
/**
* Get block length of each line. A block is the length of dash line and space.
* For example, a line with [4, 1] has a dash line of 4 and a space of 1 after
* that, so the block length of this line is 5.
*
* @param {number[][]} dash dash array of X or Y
* @return {number[]} block length of each line
*/
function getLineBlockLengthX(dash) {
	return map$1(dash, function(line) {
		return getLineBlockLengthY(line);
	});
}
function getLineBlockLengthY(dash) {
	var blockLength = 0;
	for (var i = 0; i < dash.length; ++i) blockLength += dash[i];
	if (dash.length % 2 === 1) return blockLength * 2;
	return blockLength;
}

// node_modules/echarts/lib/visual/decal.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var decalVisualStageHandler = createSimpleOverallStageHandler2(decalVisual);
function decalVisual(ecModel, api) {
	ecModel.eachRawSeries(function(seriesModel) {
		if (ecModel.isSeriesFiltered(seriesModel)) return;
		var data = seriesModel.getData();
		if (data.hasItemVisual()) data.each(function(idx) {
			var decal = data.getItemVisual(idx, "decal");
			if (decal) {
				var itemStyle = data.ensureUniqueItemVisual(idx, "style");
				itemStyle.decal = createOrUpdatePatternFromDecal(decal, api);
			}
		});
		var decal = data.getVisual("decal");
		if (decal) {
			var style = data.getVisual("style");
			style.decal = createOrUpdatePatternFromDecal(decal, api);
		}
	});
}

// node_modules/echarts/lib/core/echarts.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var TEST_FRAME_REMAIN_TIME = 1;
var PRIORITY_PROCESSOR_SERIES_FILTER = 800;
var PRIORITY_PROCESSOR_DATASTACK = 900;
var PRIORITY_PROCESSOR_AXIS_STATISTICS = 920;
var PRIORITY_PROCESSOR_FILTER = 1e3;
var PRIORITY_PROCESSOR_DEFAULT = 2e3;
var PRIORITY_PROCESSOR_STATISTICS = 5e3;
var PRIORITY_VISUAL_LAYOUT = 1e3;
var PRIORITY_VISUAL_PROGRESSIVE_LAYOUT = 1100;
var PRIORITY_VISUAL_GLOBAL = 2e3;
var PRIORITY_VISUAL_CHART = 3e3;
var PRIORITY_VISUAL_COMPONENT = 4e3;
var PRIORITY_VISUAL_CHART_DATA_CUSTOM = 4500;
var PRIORITY_VISUAL_POST_CHART_LAYOUT = 4600;
var PRIORITY_VISUAL_BRUSH = 5e3;
var PRIORITY_VISUAL_ARIA = 6e3;
var PRIORITY_VISUAL_DECAL = 7e3;
var PRIORITY = {
	PROCESSOR: {
		SERIES_FILTER: PRIORITY_PROCESSOR_SERIES_FILTER,
		AXIS_STATISTICS: PRIORITY_PROCESSOR_AXIS_STATISTICS,
		FILTER: PRIORITY_PROCESSOR_FILTER,
		STATISTIC: PRIORITY_PROCESSOR_STATISTICS,
		STATISTICS: PRIORITY_PROCESSOR_STATISTICS
	},
	VISUAL: {
		LAYOUT: PRIORITY_VISUAL_LAYOUT,
		PROGRESSIVE_LAYOUT: PRIORITY_VISUAL_PROGRESSIVE_LAYOUT,
		GLOBAL: PRIORITY_VISUAL_GLOBAL,
		CHART: PRIORITY_VISUAL_CHART,
		POST_CHART_LAYOUT: PRIORITY_VISUAL_POST_CHART_LAYOUT,
		COMPONENT: PRIORITY_VISUAL_COMPONENT,
		BRUSH: PRIORITY_VISUAL_BRUSH,
		CHART_ITEM: PRIORITY_VISUAL_CHART_DATA_CUSTOM,
		ARIA: PRIORITY_VISUAL_ARIA,
		DECAL: PRIORITY_VISUAL_DECAL
	}
};
/**
* @tutorial [EC_CYCLE] (ec updating/rendering cycles):
*
*  - Common Rules:
*    - Nested entry is not allowed. If triggering a new run of EC_CYCLE during a
*      unfinished run, the new run will be delayed until the current run finishes
*      (if triggered by `dispatchAction`), or throw error (if triggered by other API calls).
*    - All user-visible ec events are triggered outside EC_CYCLE.
*      (i.e. be triggered after `this[IN_EC_CYCLE_KEY]` becoming `false`).
*
*  - [EC_FULL_UPDATE_CYCLE]:
*    - It designates a run of a series of processing/updating/rendering.
*    - It is triggered by:
*      - `setOption`
*      - `dispatchAction`
*        (It is typically internally triggered by user inputs; but can also an explicit API call.)
*      - `resize`
*      - The next "animation frame" if in `lazyMode: true`.
*    - A run of EC_FULL_UPDATE_CYCLE comprises:
*      - EC_PREPARE (may be absent)
*      - EC_FULL_UPDATE:
*        - CoordinateSystem['create']
*        - Data processing (may be absent) (see `registerProcessor`)
*        - CoordinateSystem['update'] (may be absent)
*        - Visual encoding (may be absent) (see `registerVisual`)
*        - Layout (may be absent) (see `registerLayout`)
*        - Rendering (`ComponentView` or `SeriesView`)
*
*  - [EC_PARTIAL_UPDATE_CYCLE]s:
*      - They are shortcuts for performance.
*      - They are triggered by:
*        - `dispatchAction`
*      - These steps are typically omitted:
*        - No EC_PREPARE
*        - No CoordinateSystem['create'] and CoordinateSystem['update']
*      - They require careful implementation, otherwise inconsistency may be introduced.
*
*  - [EC_PROGRESSIVE_CYCLE]:
*    - It also carries out a series of processing/updating/rendering.
*    - It is performed in each subsequent "animation frame" until finished.
*    - It can be triggered by EC_FULL_UPDATE_CYCLE, EC_PARTIAL_UPDATE_CYCLE or EC_APPEND_DATA_CYCLE.
*    - A run of EC_PROGRESSIVE_CYCLE comprises:
*      - Data processing (may be absent) (see `registerProcessor`)
*      - Visual encoding (may be absent) (see `registerVisual`)
*      - Layout (may be absent) (see `registerLayout`)
*      - Rendering (`ComponentView` or `SeriesView`)
*    - PENDING: currently all data processing tasks (via `registerProcessor`) run in "block" mode.
*      (see `performDataProcessorTasks`).
*
*  - [EC_APPEND_DATA_CYCLE]:
*    - See `appendData`. It is only supported for some special cases.
*
*  - [SERIES_SPECIFIC_CYCLE]s:
*    - Series may have specific update/render cycles. For example, graph force layout performs
*      layout and rendering in each "animation frame".
*
*  - Model updating:
*    - Model can only be modified at the beginning of ec cycles, including only:
*      - EC_PREPARE (see method `prepare()`) in `setOption` call.
*      - EC action handlers in `dispatchAction` call.
*      - `appendData` (a special case, where only data can be modified).
*
*  - The lifetime of CoordinateSystem/Axis/Scale instances:
*    - They are only re-created per run of EC_FULL_UPDATE_CYCLE.
*
*  - Global caches: see `cycleCache.ts`
*/
var IN_EC_CYCLE_KEY = "__flagInMainProcess";
var EC_UPDATE_CYCLE_VERSION_KEY = "__mainProcessVersion";
var PENDING_UPDATE = "__pendingUpdate";
var STATUS_NEEDS_UPDATE_KEY = "__needsUpdateStatus";
var ACTION_REG = /^[a-zA-Z0-9_]+$/;
var CONNECT_STATUS_KEY = "__connectUpdateStatus";
var CONNECT_STATUS_PENDING = 0;
var CONNECT_STATUS_UPDATING = 1;
var CONNECT_STATUS_UPDATED = 2;
function createRegisterEventWithLowercaseECharts(method) {
	return function() {
		var args = [];
		for (var _i = 0; _i < arguments.length; _i++) args[_i] = arguments[_i];
		if (this.isDisposed()) {
			disposedWarning(this.id);
			return;
		}
		return toLowercaseNameAndCallEventful(this, method, args);
	};
}
function createRegisterEventWithLowercaseMessageCenter(method) {
	return function() {
		var args = [];
		for (var _i = 0; _i < arguments.length; _i++) args[_i] = arguments[_i];
		return toLowercaseNameAndCallEventful(this, method, args);
	};
}
function toLowercaseNameAndCallEventful(host, method, args) {
	args[0] = args[0] && args[0].toLowerCase();
	return Eventful.prototype[method].apply(host, args);
}
var MessageCenter = function(_super) {
	__extends(MessageCenter, _super);
	function MessageCenter() {
		return _super !== null && _super.apply(this, arguments) || this;
	}
	return MessageCenter;
}(Eventful);
var messageCenterProto = MessageCenter.prototype;
messageCenterProto.on = createRegisterEventWithLowercaseMessageCenter("on");
messageCenterProto.off = createRegisterEventWithLowercaseMessageCenter("off");
var prepare;
var prepareView;
var updateDirectly;
var updateMethods;
var doConvertPixel;
var updateStreamModes;
var doDispatchAction;
var flushPendingActions;
var triggerUpdatedEvent;
var bindRenderedEvent;
var bindMouseEvent;
var render;
var renderComponents;
var renderSeries;
var createExtensionAPI;
var enableConnect;
var markStatusToUpdate;
var applyChangedStates;
var updateECUpdateCycleVersion;
var ECharts = function(_super) {
	__extends(ECharts, _super);
	function ECharts(dom, theme, opts) {
		var _this = _super.call(this, new ECEventProcessor()) || this;
		_this._chartsViews = [];
		_this._chartsMap = {};
		_this._componentsViews = [];
		_this._componentsMap = {};
		_this._pendingActions = [];
		opts = opts || {};
		_this.__v_skip = true;
		_this._dom = dom;
		var defaultRenderer = "canvas";
		var defaultCoarsePointer = "auto";
		var defaultUseDirtyRect = false;
		_this[EC_UPDATE_CYCLE_VERSION_KEY] = 1;
		if (process.env.NODE_ENV !== "production") {
			var root = env.hasGlobalWindow ? window : global;
			if (root) {
				defaultRenderer = retrieve2(root.__ECHARTS__DEFAULT__RENDERER__, defaultRenderer);
				defaultCoarsePointer = retrieve2(root.__ECHARTS__DEFAULT__COARSE_POINTER, defaultCoarsePointer);
				defaultUseDirtyRect = retrieve2(root.__ECHARTS__DEFAULT__USE_DIRTY_RECT__, defaultUseDirtyRect);
			}
		}
		if (opts.ssr) registerSSRDataGetter(function(el) {
			var ecData = getECData(el);
			var dataIndex = ecData.dataIndex;
			if (dataIndex == null) return;
			var hashMap = createHashMap();
			hashMap.set("series_index", ecData.seriesIndex);
			hashMap.set("data_index", dataIndex);
			ecData.ssrType && hashMap.set("ssr_type", ecData.ssrType);
			return hashMap;
		});
		var zr = _this._zr = init$1(dom, {
			renderer: opts.renderer || defaultRenderer,
			devicePixelRatio: opts.devicePixelRatio,
			width: opts.width,
			height: opts.height,
			ssr: opts.ssr,
			useDirtyRect: retrieve2(opts.useDirtyRect, defaultUseDirtyRect),
			useCoarsePointer: retrieve2(opts.useCoarsePointer, defaultCoarsePointer),
			pointerSize: opts.pointerSize
		});
		_this._ssr = opts.ssr;
		_this._throttledZrFlush = throttle(bind$1(zr.flush, zr), 17);
		_this._updateTheme(theme);
		_this._locale = createLocaleObject(opts.locale || SYSTEM_LANG);
		_this._coordSysMgr = new CoordinateSystemManager();
		var api = _this._api = createExtensionAPI(_this);
		function prioritySortFunc(a, b) {
			return a.__prio - b.__prio;
		}
		sort(visualFuncs, prioritySortFunc);
		sort(dataProcessorFuncs, prioritySortFunc);
		_this._scheduler = new Scheduler(_this, api, dataProcessorFuncs, visualFuncs);
		_this._messageCenter = new MessageCenter();
		_this._initEvents();
		_this.resize = bind$1(_this.resize, _this);
		zr.animation.on("frame", _this._onframe, _this);
		bindRenderedEvent(zr, _this);
		bindMouseEvent(zr, _this);
		setAsPrimitive(_this);
		return _this;
	}
	ECharts.prototype._onframe = function() {
		if (this._disposed) return;
		var scheduler = this._scheduler;
		var ecModel = this._model;
		var api = this._api;
		applyChangedStates(this);
		if (this[PENDING_UPDATE]) {
			var silent = this[PENDING_UPDATE].silent;
			this[IN_EC_CYCLE_KEY] = true;
			updateECUpdateCycleVersion(this);
			try {
				prepare(this);
				updateMethods.update.call(this, null, this[PENDING_UPDATE].updateParams);
			} catch (e) {
				this[IN_EC_CYCLE_KEY] = false;
				this[PENDING_UPDATE] = null;
				throw e;
			}
			this._zr.flush();
			this[IN_EC_CYCLE_KEY] = false;
			this[PENDING_UPDATE] = null;
			flushPendingActions.call(this, silent);
			triggerUpdatedEvent.call(this, silent);
		} else if (scheduler.unfinished) {
			var remainTime = TEST_FRAME_REMAIN_TIME;
			do {
				scheduler.unfinished = false;
				var startTime = platformApi.getTime();
				scheduler.performSeriesTasks(ecModel);
				scheduler.performDataProcessorTasks(ecModel);
				updateStreamModes(this, ecModel);
				scheduler.performVisualTasks(ecModel);
				renderSeries(this, this._model, api, "remain", {});
				remainTime -= platformApi.getTime() - startTime;
			} while (remainTime > 0 && scheduler.unfinished);
			if (!scheduler.unfinished) this._zr.flush();
		}
	};
	ECharts.prototype.getDom = function() {
		return this._dom;
	};
	ECharts.prototype.getId = function() {
		return this.id;
	};
	ECharts.prototype.getZr = function() {
		return this._zr;
	};
	ECharts.prototype.isSSR = function() {
		return this._ssr;
	};
	ECharts.prototype.setOption = function(option, notMerge, lazyUpdate) {
		if (this[IN_EC_CYCLE_KEY]) {
			if (process.env.NODE_ENV !== "production") error("`setOption` should not be called during main process.");
			return;
		}
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		var silent;
		var replaceMerge;
		var transitionOpt;
		if (isObject$2(notMerge)) {
			lazyUpdate = notMerge.lazyUpdate;
			silent = notMerge.silent;
			replaceMerge = notMerge.replaceMerge;
			transitionOpt = notMerge.transition;
			notMerge = notMerge.notMerge;
		}
		this[IN_EC_CYCLE_KEY] = true;
		updateECUpdateCycleVersion(this);
		if (!this._model || notMerge) {
			var optionManager = new OptionManager(this._api);
			var theme = this._theme;
			var ecModel = this._model = new GlobalModel();
			ecModel.scheduler = this._scheduler;
			ecModel.ssr = this._ssr;
			ecModel.init(null, null, null, theme, this._locale, optionManager);
		}
		this._model.setOption(option, { replaceMerge }, optionPreprocessorFuncs);
		var updateParams = {
			seriesTransition: transitionOpt,
			optionChanged: true
		};
		if (lazyUpdate) {
			this[PENDING_UPDATE] = {
				silent,
				updateParams
			};
			this[IN_EC_CYCLE_KEY] = false;
			this.getZr().wakeUp();
		} else {
			try {
				prepare(this);
				updateMethods.update.call(this, null, updateParams);
			} catch (e) {
				this[PENDING_UPDATE] = null;
				this[IN_EC_CYCLE_KEY] = false;
				throw e;
			}
			if (!this._ssr) this._zr.flush();
			this[PENDING_UPDATE] = null;
			this[IN_EC_CYCLE_KEY] = false;
			flushPendingActions.call(this, silent);
			triggerUpdatedEvent.call(this, silent);
		}
	};
	/**
	* Update theme with name or theme option and repaint the chart.
	* @param theme Theme name or theme option.
	* @param opts Optional settings
	*/
	ECharts.prototype.setTheme = function(theme, opts) {
		if (this[IN_EC_CYCLE_KEY]) {
			if (process.env.NODE_ENV !== "production") error("`setTheme` should not be called during main process.");
			return;
		}
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		var ecModel = this._model;
		if (!ecModel) return;
		var silent = opts && opts.silent;
		var updateParams = null;
		if (this[PENDING_UPDATE]) {
			if (silent == null) silent = this[PENDING_UPDATE].silent;
			updateParams = this[PENDING_UPDATE].updateParams;
			this[PENDING_UPDATE] = null;
		}
		this[IN_EC_CYCLE_KEY] = true;
		updateECUpdateCycleVersion(this);
		try {
			this._updateTheme(theme);
			ecModel.setTheme(this._theme);
			prepare(this);
			updateMethods.update.call(this, { type: "setTheme" }, updateParams);
		} catch (e) {
			this[IN_EC_CYCLE_KEY] = false;
			throw e;
		}
		this[IN_EC_CYCLE_KEY] = false;
		flushPendingActions.call(this, silent);
		triggerUpdatedEvent.call(this, silent);
	};
	ECharts.prototype._updateTheme = function(theme) {
		if (isString(theme)) theme = themeStorage[theme];
		if (theme) {
			theme = clone$1(theme);
			theme && globalBackwardCompat(theme, true);
			this._theme = theme;
		}
	};
	ECharts.prototype.getModel = function() {
		return this._model;
	};
	ECharts.prototype.getOption = function() {
		return this._model && this._model.getOption();
	};
	ECharts.prototype.getWidth = function() {
		return this._zr.getWidth();
	};
	ECharts.prototype.getHeight = function() {
		return this._zr.getHeight();
	};
	ECharts.prototype.getDevicePixelRatio = function() {
		return this._zr.painter.dpr || env.hasGlobalWindow && window.devicePixelRatio || 1;
	};
	/**
	* Get canvas which has all thing rendered
	* @deprecated Use renderToCanvas instead.
	*/
	ECharts.prototype.getRenderedCanvas = function(opts) {
		if (process.env.NODE_ENV !== "production") deprecateReplaceLog("getRenderedCanvas", "renderToCanvas");
		return this.renderToCanvas(opts);
	};
	ECharts.prototype.renderToCanvas = function(opts) {
		opts = opts || {};
		var painter = this._zr.painter;
		if (process.env.NODE_ENV !== "production") {
			if (painter.type !== "canvas") throw new Error("renderToCanvas can only be used in the canvas renderer.");
		}
		return painter.getRenderedCanvas({
			backgroundColor: opts.backgroundColor || this._model.get("backgroundColor"),
			pixelRatio: opts.pixelRatio || this.getDevicePixelRatio()
		});
	};
	ECharts.prototype.renderToSVGString = function(opts) {
		opts = opts || {};
		var painter = this._zr.painter;
		if (process.env.NODE_ENV !== "production") {
			if (painter.type !== "svg") throw new Error("renderToSVGString can only be used in the svg renderer.");
		}
		return painter.renderToString({ useViewBox: opts.useViewBox });
	};
	/**
	* Get svg data url
	*/
	ECharts.prototype.getSvgDataURL = function() {
		var zr = this._zr;
		var list = zr.storage.getDisplayList();
		each$3(list, function(el) {
			el.stopAnimation(null, true);
		});
		return zr.painter.toDataURL();
	};
	ECharts.prototype.getDataURL = function(opts) {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		opts = opts || {};
		var excludeComponents = opts.excludeComponents;
		var ecModel = this._model;
		var excludesComponentViews = [];
		var self = this;
		each$3(excludeComponents, function(componentType) {
			ecModel.eachComponent({ mainType: componentType }, function(component) {
				var view = self._componentsMap[component.__viewId];
				if (!view.group.ignore) {
					excludesComponentViews.push(view);
					view.group.ignore = true;
				}
			});
		});
		var url = this._zr.painter.getType() === "svg" ? this.getSvgDataURL() : this.renderToCanvas(opts).toDataURL("image/" + (opts && opts.type || "png"));
		each$3(excludesComponentViews, function(view) {
			view.group.ignore = false;
		});
		return url;
	};
	ECharts.prototype.getConnectedDataURL = function(opts) {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		var isSvg = opts.type === "svg";
		var groupId = this.group;
		var mathMin = Math.min;
		var mathMax = Math.max;
		var MAX_NUMBER = 1e400;
		if (connectedGroups[groupId]) {
			var left_1 = MAX_NUMBER;
			var top_1 = MAX_NUMBER;
			var right_1 = -MAX_NUMBER;
			var bottom_1 = -MAX_NUMBER;
			var canvasList_1 = [];
			var dpr_1 = opts && opts.pixelRatio || this.getDevicePixelRatio();
			each$3(instances, function(chart, id) {
				if (chart.group === groupId) {
					var canvas = isSvg ? chart.getZr().painter.getSvgDom().innerHTML : chart.renderToCanvas(clone$1(opts));
					var boundingRect = chart.getDom().getBoundingClientRect();
					left_1 = mathMin(boundingRect.left, left_1);
					top_1 = mathMin(boundingRect.top, top_1);
					right_1 = mathMax(boundingRect.right, right_1);
					bottom_1 = mathMax(boundingRect.bottom, bottom_1);
					canvasList_1.push({
						dom: canvas,
						left: boundingRect.left,
						top: boundingRect.top
					});
				}
			});
			left_1 *= dpr_1;
			top_1 *= dpr_1;
			right_1 *= dpr_1;
			bottom_1 *= dpr_1;
			var width = right_1 - left_1;
			var height = bottom_1 - top_1;
			var targetCanvas = platformApi.createCanvas();
			var zr_1 = init$1(targetCanvas, { renderer: isSvg ? "svg" : "canvas" });
			zr_1.resize({
				width,
				height
			});
			if (isSvg) {
				var content_1 = "";
				each$3(canvasList_1, function(item) {
					var x = item.left - left_1;
					var y = item.top - top_1;
					content_1 += "<g transform=\"translate(" + x + "," + y + ")\">" + item.dom + "</g>";
				});
				zr_1.painter.getSvgRoot().innerHTML = content_1;
				if (opts.connectedBackgroundColor) zr_1.painter.setBackgroundColor(opts.connectedBackgroundColor);
				zr_1.refreshImmediately();
				return zr_1.painter.toDataURL();
			} else {
				if (opts.connectedBackgroundColor) zr_1.add(new Rect({
					shape: {
						x: 0,
						y: 0,
						width,
						height
					},
					style: { fill: opts.connectedBackgroundColor }
				}));
				each$3(canvasList_1, function(item) {
					var img = new ZRImage({ style: {
						x: item.left * dpr_1 - left_1,
						y: item.top * dpr_1 - top_1,
						image: item.dom
					} });
					zr_1.add(img);
				});
				zr_1.refreshImmediately();
				return targetCanvas.toDataURL("image/" + (opts && opts.type || "png"));
			}
		} else return this.getDataURL(opts);
	};
	ECharts.prototype.convertToPixel = function(finder, value, opt) {
		return doConvertPixel(this, "convertToPixel", finder, value, opt);
	};
	/**
	* Convert from logical coordinate system to pixel coordinate system.
	* See CoordinateSystem#convertToPixel.
	*
	* @see CoordinateSystem['dataToLayout'] for parameters and return.
	* @see CoordinateSystemDataCoord
	*/
	ECharts.prototype.convertToLayout = function(finder, value, opt) {
		return doConvertPixel(this, "convertToLayout", finder, value, opt);
	};
	ECharts.prototype.convertFromPixel = function(finder, value, opt) {
		return doConvertPixel(this, "convertFromPixel", finder, value, opt);
	};
	/**
	* Is the specified coordinate systems or components contain the given pixel point.
	* @param {Array|number} value
	* @return {boolean} result
	*/
	ECharts.prototype.containPixel = function(finder, value) {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		var ecModel = this._model;
		var result;
		var findResult = parseFinder(ecModel, finder);
		each$3(findResult, function(models, key) {
			key.indexOf("Models") >= 0 && each$3(models, function(model) {
				var coordSys = model.coordinateSystem;
				if (coordSys && coordSys.containPoint) result = result || !!coordSys.containPoint(value);
				else if (key === "seriesModels") {
					var view = this._chartsMap[model.__viewId];
					if (view && view.containPoint) result = result || view.containPoint(value, model);
					else if (process.env.NODE_ENV !== "production") warn(key + ": " + (view ? "The found component do not support containPoint." : "No view mapping to the found component."));
				} else if (process.env.NODE_ENV !== "production") warn(key + ": containPoint is not supported");
			}, this);
		}, this);
		return !!result;
	};
	/**
	* Get visual from series or data.
	* @param finder
	*        If string, e.g., 'series', means {seriesIndex: 0}.
	*        If Object, could contain some of these properties below:
	*        {
	*            seriesIndex / seriesId / seriesName,
	*            dataIndex / dataIndexInside
	*        }
	*        If dataIndex is not specified, series visual will be fetched,
	*        but not data item visual.
	*        If all of seriesIndex, seriesId, seriesName are not specified,
	*        visual will be fetched from first series.
	* @param visualType 'color', 'symbol', 'symbolSize'
	*/
	ECharts.prototype.getVisual = function(finder, visualType) {
		var ecModel = this._model;
		var parsedFinder = parseFinder(ecModel, finder, { defaultMainType: "series" });
		var seriesModel = parsedFinder.seriesModel;
		if (process.env.NODE_ENV !== "production") {
			if (!seriesModel) warn("There is no specified series model");
		}
		var data = seriesModel.getData();
		var dataIndexInside = parsedFinder.hasOwnProperty("dataIndexInside") ? parsedFinder.dataIndexInside : parsedFinder.hasOwnProperty("dataIndex") ? data.indexOfRawIndex(parsedFinder.dataIndex) : null;
		return dataIndexInside != null ? getItemVisualFromData(data, dataIndexInside, visualType) : getVisualFromData(data, visualType);
	};
	/**
	* Get view of corresponding component model
	*/
	ECharts.prototype.getViewOfComponentModel = function(componentModel) {
		return this._componentsMap[componentModel.__viewId];
	};
	/**
	* Get view of corresponding series model
	*/
	ECharts.prototype.getViewOfSeriesModel = function(seriesModel) {
		return this._chartsMap[seriesModel.__viewId];
	};
	ECharts.prototype._initEvents = function() {
		var _this = this;
		each$3(MOUSE_EVENT_NAMES, function(eveName) {
			var handler = function(e) {
				var ecModel = _this.getModel();
				var el = e.target;
				var params;
				var isGlobalOut = eveName === "globalout";
				if (isGlobalOut) params = {};
				else el && findEventDispatcher(el, function(parent) {
					var ecData = getECData(parent);
					if (ecData && ecData.dataIndex != null) {
						var dataModel = ecData.dataModel || ecModel.getSeriesByIndex(ecData.seriesIndex);
						params = dataModel && dataModel.getDataParams(ecData.dataIndex, ecData.dataType, el) || {};
						return true;
					} else if (ecData.eventData) {
						params = extend({}, ecData.eventData);
						return true;
					}
				}, true);
				if (params) {
					var componentType = params.componentType;
					var componentIndex = params.componentIndex;
					if (componentType === "markLine" || componentType === "markPoint" || componentType === "markArea") {
						componentType = "series";
						componentIndex = params.seriesIndex;
					}
					var model = componentType && componentIndex != null && ecModel.getComponent(componentType, componentIndex);
					var view = model && _this[model.mainType === "series" ? "_chartsMap" : "_componentsMap"][model.__viewId];
					if (process.env.NODE_ENV !== "production") {
						if (!isGlobalOut && !(model && view)) warn("model or view can not be found by params");
					}
					params.event = e;
					params.type = eveName;
					_this._$eventProcessor.eventInfo = {
						targetEl: el,
						packedEvent: params,
						model,
						view
					};
					_this.trigger(eveName, params);
				}
			};
			handler.zrEventfulCallAtLast = true;
			_this._zr.on(eveName, handler, _this);
		});
		var messageCenter = this._messageCenter;
		each$3(publicEventTypeMap, function(_, eventType) {
			messageCenter.on(eventType, function(event) {
				_this.trigger(eventType, event);
			});
		});
		handleLegacySelectEvents(messageCenter, this, this._api);
	};
	ECharts.prototype.isDisposed = function() {
		return this._disposed;
	};
	ECharts.prototype.clear = function() {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		this.setOption({ series: [] }, true);
	};
	ECharts.prototype.dispose = function() {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		this._disposed = true;
		if (this.getDom()) setAttribute(this.getDom(), DOM_ATTRIBUTE_KEY, "");
		var chart = this;
		var api = chart._api;
		var ecModel = chart._model;
		each$3(chart._componentsViews, function(component) {
			component.dispose(ecModel, api);
		});
		each$3(chart._chartsViews, function(chart) {
			chart.dispose(ecModel, api);
		});
		chart._zr.dispose();
		chart._dom = chart._model = chart._chartsMap = chart._componentsMap = chart._chartsViews = chart._componentsViews = chart._scheduler = chart._api = chart._zr = chart._throttledZrFlush = chart._theme = chart._coordSysMgr = chart._messageCenter = null;
		delete instances[chart.id];
	};
	/**
	* Resize the chart
	*/
	ECharts.prototype.resize = function(opts) {
		if (this[IN_EC_CYCLE_KEY]) {
			if (process.env.NODE_ENV !== "production") error("`resize` should not be called during main process.");
			return;
		}
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		this._zr.resize(opts);
		var ecModel = this._model;
		this._loadingFX && this._loadingFX.resize();
		if (!ecModel) return;
		var needPrepare = ecModel.resetOption("media");
		var silent = opts && opts.silent;
		if (this[PENDING_UPDATE]) {
			if (silent == null) silent = this[PENDING_UPDATE].silent;
			needPrepare = true;
			this[PENDING_UPDATE] = null;
		}
		this[IN_EC_CYCLE_KEY] = true;
		updateECUpdateCycleVersion(this);
		try {
			needPrepare && prepare(this);
			updateMethods.update.call(this, {
				type: "resize",
				animation: extend({ duration: 0 }, opts && opts.animation)
			});
		} catch (e) {
			this[IN_EC_CYCLE_KEY] = false;
			throw e;
		}
		this[IN_EC_CYCLE_KEY] = false;
		flushPendingActions.call(this, silent);
		triggerUpdatedEvent.call(this, silent);
	};
	ECharts.prototype.showLoading = function(name, cfg) {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		if (isObject$2(name)) {
			cfg = name;
			name = "";
		}
		name = name || "default";
		this.hideLoading();
		if (!loadingEffects[name]) {
			if (process.env.NODE_ENV !== "production") warn("Loading effects " + name + " not exists.");
			return;
		}
		var el = loadingEffects[name](this._api, cfg);
		var zr = this._zr;
		this._loadingFX = el;
		zr.add(el);
	};
	/**
	* Hide loading effect
	*/
	ECharts.prototype.hideLoading = function() {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		this._loadingFX && this._zr.remove(this._loadingFX);
		this._loadingFX = null;
	};
	ECharts.prototype.makeActionFromEvent = function(eventObj) {
		var payload = extend({}, eventObj);
		payload.type = connectionEventRevertMap[eventObj.type];
		return payload;
	};
	/**
	* @param opt If pass boolean, means opt.silent
	* @param opt.silent Default `false`. Whether trigger events.
	* @param opt.flush Default `undefined`.
	*        true: Flush immediately, and then pixel in canvas can be fetched
	*            immediately. Caution: it might affect performance.
	*        false: Not flush.
	*        undefined: Auto decide whether perform flush.
	*/
	ECharts.prototype.dispatchAction = function(payload, opt) {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		if (!isObject$2(opt)) opt = { silent: !!opt };
		if (!actions[payload.type]) return;
		if (!this._model) return;
		if (this[IN_EC_CYCLE_KEY]) {
			this._pendingActions.push(payload);
			return;
		}
		var silent = opt.silent;
		doDispatchAction.call(this, payload, silent);
		var flush = opt.flush;
		if (flush) this._zr.flush();
		else if (flush !== false && env.browser.weChat) this._throttledZrFlush();
		flushPendingActions.call(this, silent);
		triggerUpdatedEvent.call(this, silent);
	};
	ECharts.prototype.updateLabelLayout = function() {
		lifecycle.trigger("series:layoutlabels", this._model, this._api, { updatedSeries: [] });
	};
	ECharts.prototype.appendData = function(params) {
		if (this._disposed) {
			disposedWarning(this.id);
			return;
		}
		var seriesIndex = params.seriesIndex;
		var seriesModel = this.getModel().getSeriesByIndex(seriesIndex);
		if (process.env.NODE_ENV !== "production") assert(params.data && seriesModel);
		seriesModel.appendData(params);
		this._scheduler.unfinished = true;
		this.getZr().wakeUp();
	};
	ECharts.internalField = function() {
		prepare = function(ecIns) {
			resetCachePerECPrepare(ecIns._model);
			var scheduler = ecIns._scheduler;
			scheduler.restorePipelines(ecIns._zr, ecIns._model);
			scheduler.prepareStageTasks();
			prepareView(ecIns, true);
			prepareView(ecIns, false);
			scheduler.plan();
		};
		/**
		* Prepare view instances of charts and components
		*/
		prepareView = function(ecIns, isComponent) {
			var ecModel = ecIns._model;
			var scheduler = ecIns._scheduler;
			var viewList = isComponent ? ecIns._componentsViews : ecIns._chartsViews;
			var viewMap = isComponent ? ecIns._componentsMap : ecIns._chartsMap;
			var zr = ecIns._zr;
			var api = ecIns._api;
			for (var i = 0; i < viewList.length; i++) viewList[i].__alive = false;
			isComponent ? ecModel.eachComponent(function(componentType, model) {
				componentType !== "series" && doPrepare(model);
			}) : ecModel.eachSeries(doPrepare);
			function doPrepare(model) {
				var requireNewView = model.__requireNewView;
				model.__requireNewView = false;
				var viewId = "_ec_" + model.id + "_" + model.type;
				var view = !requireNewView && viewMap[viewId];
				if (!view) {
					var classType = parseClassType(model.type);
					var Clazz = isComponent ? ComponentView.getClass(classType.main, classType.sub) : ChartView.getClass(classType.sub);
					if (process.env.NODE_ENV !== "production") assert(Clazz, classType.sub + " does not exist.");
					view = new Clazz();
					view.init(ecModel, api);
					viewMap[viewId] = view;
					viewList.push(view);
					zr.add(view.group);
				}
				model.__viewId = view.__id = viewId;
				view.__alive = true;
				view.__model = model;
				view.group.__ecComponentInfo = {
					mainType: model.mainType,
					index: model.componentIndex
				};
				!isComponent && scheduler.prepareView(view, model, ecModel, api);
			}
			for (var i = 0; i < viewList.length;) {
				var view = viewList[i];
				if (!view.__alive) {
					!isComponent && view.renderTask.dispose();
					zr.remove(view.group);
					view.dispose(ecModel, api);
					viewList.splice(i, 1);
					if (viewMap[view.__id] === view) delete viewMap[view.__id];
					view.__id = view.group.__ecComponentInfo = null;
				} else i++;
			}
		};
		updateDirectly = function(ecIns, method, payload, mainType, subType) {
			var ecModel = ecIns._model;
			ecModel.setUpdatePayload(payload);
			if (!mainType) {
				each$3([].concat(ecIns._componentsViews).concat(ecIns._chartsViews), callView);
				return;
			}
			var condition = makeQueryConditionKindA(payload, mainType, subType);
			var excludeSeriesId = payload.excludeSeriesId;
			var excludeSeriesIdMap;
			if (excludeSeriesId != null) {
				excludeSeriesIdMap = createHashMap();
				each$3(normalizeToArray(excludeSeriesId), function(id) {
					var modelId = convertOptionIdName(id, null);
					if (modelId != null) excludeSeriesIdMap.set(modelId, true);
				});
			}
			ecModel && ecModel.eachComponent(condition, function(model) {
				if (excludeSeriesIdMap && excludeSeriesIdMap.get(model.id) != null) return;
				if (isHighDownPayload(payload)) {
					if (model instanceof SeriesModel) {
						if (payload.type === "highlight" && !payload.notBlur && !model.get(["emphasis", "disabled"])) blurSeriesFromHighlightPayload(model, payload, ecIns._api);
					} else {
						var _a = findComponentHighDownDispatchers(model.mainType, model.componentIndex, payload.name, ecIns._api);
						var focusSelf = _a.focusSelf;
						var dispatchers = _a.dispatchers;
						if (payload.type === "highlight" && focusSelf && !payload.notBlur) blurComponent(model.mainType, model.componentIndex, ecIns._api);
						if (dispatchers) each$3(dispatchers, function(dispatcher) {
							payload.type === "highlight" ? enterEmphasis(dispatcher) : leaveEmphasis(dispatcher);
						});
					}
				} else if (isSelectChangePayload(payload)) {
					if (model instanceof SeriesModel) {
						toggleSelectionFromPayload(model, payload, ecIns._api);
						updateSeriesElementSelection(model);
						markStatusToUpdate(ecIns);
					}
				}
			}, ecIns);
			ecModel && ecModel.eachComponent(condition, function(model) {
				if (excludeSeriesIdMap && excludeSeriesIdMap.get(model.id) != null) return;
				callView(ecIns[mainType === "series" ? "_chartsMap" : "_componentsMap"][model.__viewId]);
			}, ecIns);
			function callView(view) {
				view && view.__alive && view[method] && view[method](view.__model, ecModel, ecIns._api, payload);
			}
		};
		updateMethods = {
			prepareAndUpdate: function(payload) {
				prepare(this);
				updateMethods.update.call(this, payload, payload && { optionChanged: payload.newOption != null });
			},
			update: function(payload, updateParams) {
				var ecModel = this._model;
				var api = this._api;
				var zr = this._zr;
				var coordSysMgr = this._coordSysMgr;
				var scheduler = this._scheduler;
				if (!ecModel) return;
				resetCachePerECFullUpdate(ecModel);
				ecModel.setUpdatePayload(payload);
				scheduler.restoreData(ecModel, payload);
				scheduler.performSeriesTasks(ecModel);
				coordSysMgr.create(ecModel, api);
				lifecycle.trigger("coordsys:aftercreate", ecModel, api);
				scheduler.performDataProcessorTasks(ecModel, payload);
				updateStreamModes(this, ecModel);
				coordSysMgr.update(ecModel, api);
				clearColorPalette(ecModel);
				scheduler.performVisualTasks(ecModel, payload);
				var backgroundColor = ecModel.get("backgroundColor") || "transparent";
				zr.setBackgroundColor(backgroundColor);
				var darkMode = ecModel.get("darkMode");
				if (darkMode != null && darkMode !== "auto") zr.setDarkMode(darkMode);
				render(this, ecModel, api, payload, updateParams);
				lifecycle.trigger("afterupdate", ecModel, api);
			},
			/**
			* PENDING: See INCONSISTENCY_OF_BRUSH_SELECTED_EVENT_IN_UPDATE_TRANSFORM
			*/
			updateTransform: function(payload) {
				var ecIns = this;
				var ecModel = ecIns._model;
				var api = ecIns._api;
				if (!ecModel) return;
				ecModel.setUpdatePayload(payload);
				var componentDirtyList = [];
				ecModel.eachComponent(function(mainType, componentModel) {
					if (mainType === "series") return;
					var componentView = ecIns.getViewOfComponentModel(componentModel);
					if (componentView && componentView.__alive) {
						if (componentView.updateTransform) {
							var result = componentView.updateTransform(componentModel, ecModel, api, payload);
							result && result.update && componentDirtyList.push(componentView);
						} else componentDirtyList.push(componentView);
					}
				});
				var seriesDirtyMap = createHashMap();
				ecModel.eachSeries(function(seriesModel) {
					var chartView = ecIns._chartsMap[seriesModel.__viewId];
					var pipelineContext = seriesModel.pipelineContext;
					if (chartView.updateTransform && !pipelineContext.progressiveRender) {
						var result = chartView.updateTransform(seriesModel, ecModel, api, payload);
						result && result.update && seriesDirtyMap.set(seriesModel.uid, 1);
					} else seriesDirtyMap.set(seriesModel.uid, 1);
				});
				ecIns._scheduler.performVisualTasks(ecModel, payload, {
					setDirty: true,
					dirtyMap: seriesDirtyMap
				});
				renderSeries(ecIns, ecModel, api, payload, {}, seriesDirtyMap);
				lifecycle.trigger("afterupdate", ecModel, api);
			},
			updateView: function(payload) {
				var ecModel = this._model;
				if (!ecModel) return;
				ecModel.setUpdatePayload(payload);
				ChartView.markUpdateMethod(payload, "updateView");
				clearColorPalette(ecModel);
				this._scheduler.performVisualTasks(ecModel, payload, { setDirty: true });
				render(this, ecModel, this._api, payload, {});
				lifecycle.trigger("afterupdate", ecModel, this._api);
			},
			updateVisual: function(payload) {
				var _this = this;
				var ecModel = this._model;
				if (!ecModel) return;
				ecModel.setUpdatePayload(payload);
				ecModel.eachSeries(function(seriesModel) {
					seriesModel.getData().clearAllVisual();
				});
				ChartView.markUpdateMethod(payload, "updateVisual");
				clearColorPalette(ecModel);
				this._scheduler.performVisualTasks(ecModel, payload, {
					visualType: "visual",
					setDirty: true
				});
				ecModel.eachComponent(function(componentType, componentModel) {
					if (componentType !== "series") {
						var componentView = _this.getViewOfComponentModel(componentModel);
						componentView && componentView.__alive && componentView.updateVisual(componentModel, ecModel, _this._api, payload);
					}
				});
				ecModel.eachSeries(function(seriesModel) {
					_this._chartsMap[seriesModel.__viewId].updateVisual(seriesModel, ecModel, _this._api, payload);
				});
				lifecycle.trigger("afterupdate", ecModel, this._api);
			},
			/**
			* @deprecated
			*/
			updateLayout: function(payload) {
				updateMethods.update.call(this, payload);
			}
		};
		function doConvertPixelImpl(ecIns, methodName, finder, value, opt) {
			if (ecIns._disposed) {
				disposedWarning(ecIns.id);
				return;
			}
			var ecModel = ecIns._model;
			var coordSysList = ecIns._coordSysMgr.getCoordinateSystems();
			var result;
			var parsedFinder = parseFinder(ecModel, finder);
			for (var i = 0; i < coordSysList.length; i++) {
				var coordSys = coordSysList[i];
				if (coordSys[methodName] && (result = coordSys[methodName](ecModel, parsedFinder, value, opt)) != null) return result;
			}
			if (process.env.NODE_ENV !== "production") warn("No coordinate system that supports " + methodName + " found by the given finder.");
		}
		doConvertPixel = doConvertPixelImpl;
		updateStreamModes = function(ecIns, ecModel) {
			var chartsMap = ecIns._chartsMap;
			var scheduler = ecIns._scheduler;
			ecModel.eachSeries(function(seriesModel) {
				scheduler.updateStreamModes(seriesModel, chartsMap[seriesModel.__viewId]);
			});
		};
		doDispatchAction = function(payload, silent) {
			var _this = this;
			var ecModel = this.getModel();
			var payloadType = payload.type;
			var escapeConnect = payload.escapeConnect;
			var actionInfo = actions[payloadType];
			var cptTypeTmp = (actionInfo.update || "update").split(":");
			var updateMethod = cptTypeTmp.pop();
			var cptType = cptTypeTmp[0] != null && parseClassType(cptTypeTmp[0]);
			this[IN_EC_CYCLE_KEY] = true;
			updateECUpdateCycleVersion(this);
			var payloads = [payload];
			var batched = false;
			if (payload.batch) {
				batched = true;
				payloads = map$1(payload.batch, function(item) {
					item = defaults(extend({}, item), payload);
					item.batch = null;
					return item;
				});
			}
			var eventObjBatch = [];
			var eventObj;
			var actionResultBatch = [];
			var nonRefinedEventType = actionInfo.nonRefinedEventType;
			var isSelectChange = isSelectChangePayload(payload);
			var isHighDown = isHighDownPayload(payload);
			if (isHighDown) allLeaveBlur(this._api);
			each$3(payloads, function(batchItem) {
				var actionResult = actionInfo.action(batchItem, ecModel, _this._api);
				if (actionInfo.refineEvent) actionResultBatch.push(actionResult);
				else eventObj = actionResult;
				eventObj = eventObj || extend({}, batchItem);
				eventObj.type = nonRefinedEventType;
				eventObjBatch.push(eventObj);
				if (isHighDown) {
					var _a = preParseFinder(payload);
					var queryOptionMap = _a.queryOptionMap;
					var componentMainType = _a.mainTypeSpecified ? queryOptionMap.keys()[0] : "series";
					updateDirectly(_this, updateMethod, batchItem, componentMainType);
					markStatusToUpdate(_this);
				} else if (isSelectChange) {
					updateDirectly(_this, updateMethod, batchItem, "series");
					markStatusToUpdate(_this);
				} else if (cptType) updateDirectly(_this, updateMethod, batchItem, cptType.main, cptType.sub);
			});
			if (updateMethod !== "none" && !isHighDown && !isSelectChange && !cptType) try {
				if (this[PENDING_UPDATE]) {
					prepare(this);
					updateMethods.update.call(this, payload);
					this[PENDING_UPDATE] = null;
				} else updateMethods[updateMethod].call(this, payload);
			} catch (e) {
				this[IN_EC_CYCLE_KEY] = false;
				throw e;
			}
			if (batched) eventObj = {
				type: nonRefinedEventType,
				escapeConnect,
				batch: eventObjBatch
			};
			else eventObj = eventObjBatch[0];
			this[IN_EC_CYCLE_KEY] = false;
			if (!silent) {
				var refinedEvent = void 0;
				if (actionInfo.refineEvent) {
					var eventContent = actionInfo.refineEvent(actionResultBatch, payload, ecModel, this._api).eventContent;
					assert(isObject$2(eventContent));
					refinedEvent = defaults({ type: actionInfo.refinedEventType }, eventContent);
					refinedEvent.fromAction = payload.type;
					refinedEvent.fromActionPayload = payload;
					refinedEvent.escapeConnect = true;
				}
				var messageCenter = this._messageCenter;
				messageCenter.trigger(eventObj.type, eventObj);
				if (refinedEvent) messageCenter.trigger(refinedEvent.type, refinedEvent);
			}
		};
		flushPendingActions = function(silent) {
			var pendingActions = this._pendingActions;
			while (pendingActions.length) {
				var payload = pendingActions.shift();
				doDispatchAction.call(this, payload, silent);
			}
		};
		triggerUpdatedEvent = function(silent) {
			!silent && this.trigger("updated");
		};
		/**
		* Event `rendered` is triggered when zr
		* rendered. It is useful for realtime
		* snapshot (reflect animation).
		*
		* Event `finished` is triggered when:
		* (1) zrender rendering finished.
		* (2) initial animation finished.
		* (3) progressive rendering finished.
		* (4) no pending action.
		* (5) no delayed setOption needs to be processed.
		*/
		bindRenderedEvent = function(zr, ecIns) {
			zr.on("rendered", function(params) {
				ecIns.trigger("rendered", params);
				if (zr.animation.isFinished() && !ecIns[PENDING_UPDATE] && !ecIns._scheduler.unfinished && !ecIns._pendingActions.length) ecIns.trigger("finished");
				else zr.refresh();
			});
		};
		bindMouseEvent = function(zr, ecIns) {
			zr.on("mouseover", function(e) {
				var el = e.target;
				var dispatcher = findEventDispatcher(el, isHighDownDispatcher);
				if (dispatcher) {
					handleGlobalMouseOverForHighDown(dispatcher, e, ecIns._api);
					markStatusToUpdate(ecIns);
				}
			}).on("mouseout", function(e) {
				var el = e.target;
				var dispatcher = findEventDispatcher(el, isHighDownDispatcher);
				if (dispatcher) {
					handleGlobalMouseOutForHighDown(dispatcher, e, ecIns._api);
					markStatusToUpdate(ecIns);
				}
			}).on("click", function(e) {
				var el = e.target;
				var dispatcher = findEventDispatcher(el, function(target) {
					return getECData(target).dataIndex != null;
				}, true);
				if (dispatcher) {
					var actionType = dispatcher.selected ? "unselect" : "select";
					var ecData = getECData(dispatcher);
					ecIns._api.dispatchAction({
						type: actionType,
						dataType: ecData.dataType,
						dataIndexInside: ecData.dataIndex,
						seriesIndex: ecData.seriesIndex,
						isFromClick: true
					});
				}
			});
		};
		function clearColorPalette(ecModel) {
			ecModel.clearColorPalette();
			ecModel.eachSeries(function(seriesModel) {
				seriesModel.clearColorPalette();
			});
		}
		function allocateZlevels(ecModel) {
			var componentZLevels = [];
			var seriesZLevels = [];
			var hasSeparateZLevel = false;
			ecModel.eachComponent(function(componentType, componentModel) {
				var zlevel = componentModel.get("zlevel") || 0;
				var z = componentModel.get("z") || 0;
				var zlevelKey = componentModel.getZLevelKey();
				hasSeparateZLevel = hasSeparateZLevel || !!zlevelKey;
				(componentType === "series" ? seriesZLevels : componentZLevels).push({
					zlevel,
					z,
					idx: componentModel.componentIndex,
					type: componentType,
					key: zlevelKey
				});
			});
			if (hasSeparateZLevel) {
				var zLevels = componentZLevels.concat(seriesZLevels);
				var lastSeriesZLevel_1;
				var lastSeriesKey_1;
				sort(zLevels, function(a, b) {
					if (a.zlevel === b.zlevel) return a.z - b.z;
					return a.zlevel - b.zlevel;
				});
				each$3(zLevels, function(item) {
					var componentModel = ecModel.getComponent(item.type, item.idx);
					var zlevel = item.zlevel;
					var key = item.key;
					if (lastSeriesZLevel_1 != null) zlevel = Math.max(lastSeriesZLevel_1, zlevel);
					if (key) {
						if (zlevel === lastSeriesZLevel_1 && key !== lastSeriesKey_1) zlevel++;
						lastSeriesKey_1 = key;
					} else if (lastSeriesKey_1) {
						if (zlevel === lastSeriesZLevel_1) zlevel++;
						lastSeriesKey_1 = "";
					}
					lastSeriesZLevel_1 = zlevel;
					componentModel.setZLevel(zlevel);
				});
			}
		}
		render = function(ecIns, ecModel, api, payload, updateParams) {
			allocateZlevels(ecModel);
			renderComponents(ecIns, ecModel, api, payload, updateParams);
			each$3(ecIns._chartsViews, function(chart) {
				chart.__alive = false;
			});
			renderSeries(ecIns, ecModel, api, payload, updateParams);
			each$3(ecIns._chartsViews, function(chart) {
				if (!chart.__alive) chart.remove(ecModel, api);
			});
		};
		renderComponents = function(ecIns, ecModel, api, payload, updateParams, dirtyList) {
			each$3(dirtyList || ecIns._componentsViews, function(componentView) {
				var componentModel = componentView.__model;
				clearStates(componentModel, componentView);
				componentView.render(componentModel, ecModel, api, payload);
				updateZ(componentModel, componentView);
				updateStates(componentModel, componentView);
			});
		};
		/**
		* Render each chart and component
		*/
		renderSeries = function(ecIns, ecModel, api, payload, updateParams, dirtyMap) {
			var scheduler = ecIns._scheduler;
			updateParams = extend(updateParams || {}, { updatedSeries: ecModel.getSeries() });
			lifecycle.trigger("series:beforeupdate", ecModel, api, updateParams);
			var unfinished = false;
			ecModel.eachSeries(function(seriesModel) {
				var chartView = ecIns._chartsMap[seriesModel.__viewId];
				chartView.__alive = true;
				var renderTask = chartView.renderTask;
				scheduler.updatePayload(renderTask, payload);
				clearStates(seriesModel, chartView);
				if (dirtyMap && dirtyMap.get(seriesModel.uid)) renderTask.dirty();
				if (renderTask.perform(scheduler.getPerformArgs(renderTask))) unfinished = true;
				chartView.group.silent = !!seriesModel.get("silent");
				updateBlend(seriesModel, chartView);
				updateSeriesElementSelection(seriesModel);
			});
			scheduler.unfinished = unfinished || scheduler.unfinished;
			lifecycle.trigger("series:layoutlabels", ecModel, api, updateParams);
			lifecycle.trigger("series:transition", ecModel, api, updateParams);
			ecModel.eachSeries(function(seriesModel) {
				var chartView = ecIns._chartsMap[seriesModel.__viewId];
				updateZ(seriesModel, chartView);
				updateStates(seriesModel, chartView);
			});
			updateHoverLayerStatus(ecIns, ecModel);
			lifecycle.trigger("series:afterupdate", ecModel, api, updateParams);
		};
		markStatusToUpdate = function(ecIns) {
			ecIns[STATUS_NEEDS_UPDATE_KEY] = true;
			ecIns.getZr().wakeUp();
		};
		updateECUpdateCycleVersion = function(ecIns) {
			ecIns[EC_UPDATE_CYCLE_VERSION_KEY] = (ecIns[EC_UPDATE_CYCLE_VERSION_KEY] + 1) % 1e6;
		};
		applyChangedStates = function(ecIns) {
			if (!ecIns[STATUS_NEEDS_UPDATE_KEY]) return;
			ecIns.getZr().storage.traverse(function(el) {
				if (isElementRemoved(el)) return;
				applyElementStates(el);
			});
			ecIns[STATUS_NEEDS_UPDATE_KEY] = false;
		};
		function applyElementStates(el) {
			var newStates = [];
			var oldStates = el.currentStates;
			for (var i = 0; i < oldStates.length; i++) {
				var stateName = oldStates[i];
				if (!(stateName === "emphasis" || stateName === "blur" || stateName === "select")) newStates.push(stateName);
			}
			if (el.selected && el.states.select) newStates.push("select");
			if (el.hoverState === 2 && el.states.emphasis) newStates.push("emphasis");
			else if (el.hoverState === 1 && el.states.blur) newStates.push("blur");
			el.useStates(newStates);
		}
		function updateHoverLayerStatus(ecIns, ecModel) {
			var zr = ecIns._zr;
			if (zr.painter.type !== "canvas") return;
			var storage = zr.storage;
			var elCount = 0;
			storage.traverse(function(el) {
				if (!el.isGroup) elCount++;
			});
			var shouldUseHoverLayer = elCount > retrieve2(ecModel.get("hoverLayerThreshold"), globalDefault_default.hoverLayerThreshold) && !env.node && !env.worker;
			if (ecIns._usingTHL || shouldUseHoverLayer) {
				ecModel.eachSeries(function(seriesModel) {
					if (seriesModel.preventUsingHoverLayer) return;
					var chartView = ecIns._chartsMap[seriesModel.__viewId];
					if (chartView.__alive) chartView.eachRendered(function(el) {
						var emphasis = el.states.emphasis;
						if (emphasis && emphasis.hoverLayer !== 2) emphasis.hoverLayer = shouldUseHoverLayer ? 1 : 0;
					});
				});
				ecIns._usingTHL = shouldUseHoverLayer;
			}
		}
		/**
		* Update chart and blend.
		*/
		function updateBlend(seriesModel, chartView) {
			var blendMode = seriesModel.get("blendMode") || null;
			chartView.eachRendered(function(el) {
				if (!el.isGroup) el.style.blend = blendMode;
			});
		}
		function updateZ(model, view) {
			if (model.preventAutoZ) return;
			var zInfo = retrieveZInfo(model);
			view.eachRendered(function(el) {
				traverseUpdateZ(el, zInfo.z, zInfo.zlevel);
				return true;
			});
		}
		function clearStates(model, view) {
			view.eachRendered(function(el) {
				if (isElementRemoved(el)) return;
				var textContent = el.getTextContent();
				var textGuide = el.getTextGuideLine();
				if (el.stateTransition) el.stateTransition = null;
				if (textContent && textContent.stateTransition) textContent.stateTransition = null;
				if (textGuide && textGuide.stateTransition) textGuide.stateTransition = null;
				if (el.hasState()) {
					el.prevStates = el.currentStates;
					el.clearStates();
				} else if (el.prevStates) el.prevStates = null;
			});
		}
		function updateStates(model, view) {
			var stateAnimationModel = model.getModel("stateAnimation");
			var enableAnimation = model.isAnimationEnabled();
			var duration = stateAnimationModel.get("duration");
			var stateTransition = duration > 0 ? {
				duration,
				delay: stateAnimationModel.get("delay"),
				easing: stateAnimationModel.get("easing")
			} : null;
			view.eachRendered(function(el) {
				if (el.states && el.states.emphasis) {
					if (isElementRemoved(el)) return;
					if (el instanceof Path) savePathStates(el);
					if (el.__dirty) {
						var prevStates = el.prevStates;
						if (prevStates) el.useStates(prevStates);
					}
					if (enableAnimation) {
						el.stateTransition = stateTransition;
						var textContent = el.getTextContent();
						var textGuide = el.getTextGuideLine();
						if (textContent) textContent.stateTransition = stateTransition;
						if (textGuide) textGuide.stateTransition = stateTransition;
					}
					if (el.__dirty) applyElementStates(el);
				}
			});
		}
		createExtensionAPI = function(ecIns) {
			return new (function(_super) {
				__extends(class_1, _super);
				function class_1() {
					return _super !== null && _super.apply(this, arguments) || this;
				}
				class_1.prototype.getCoordinateSystems = function() {
					return ecIns._coordSysMgr.getCoordinateSystems();
				};
				class_1.prototype.getComponentByElement = function(el) {
					while (el) {
						var modelInfo = el.__ecComponentInfo;
						if (modelInfo != null) return ecIns._model.getComponent(modelInfo.mainType, modelInfo.index);
						el = el.parent;
					}
				};
				class_1.prototype.enterEmphasis = function(el, highlightDigit) {
					enterEmphasis(el, highlightDigit);
					markStatusToUpdate(ecIns);
				};
				class_1.prototype.leaveEmphasis = function(el, highlightDigit) {
					leaveEmphasis(el, highlightDigit);
					markStatusToUpdate(ecIns);
				};
				class_1.prototype.enterBlur = function(el) {
					enterBlur(el);
					markStatusToUpdate(ecIns);
				};
				class_1.prototype.leaveBlur = function(el) {
					leaveBlur(el);
					markStatusToUpdate(ecIns);
				};
				class_1.prototype.enterSelect = function(el) {
					enterSelect(el);
					markStatusToUpdate(ecIns);
				};
				class_1.prototype.leaveSelect = function(el) {
					leaveSelect(el);
					markStatusToUpdate(ecIns);
				};
				class_1.prototype.getModel = function() {
					return ecIns.getModel();
				};
				class_1.prototype.getViewOfComponentModel = function(componentModel) {
					return ecIns.getViewOfComponentModel(componentModel);
				};
				class_1.prototype.getViewOfSeriesModel = function(seriesModel) {
					return ecIns.getViewOfSeriesModel(seriesModel);
				};
				class_1.prototype.getECUpdateCycleVersion = function() {
					return ecIns[EC_UPDATE_CYCLE_VERSION_KEY];
				};
				class_1.prototype.usingTHL = function() {
					return ecIns._usingTHL;
				};
				return class_1;
			}(ExtensionAPI))(ecIns);
		};
		enableConnect = function(chart) {
			function updateConnectedChartsStatus(charts, status) {
				for (var i = 0; i < charts.length; i++) {
					var otherChart = charts[i];
					otherChart[CONNECT_STATUS_KEY] = status;
				}
			}
			each$3(connectionEventRevertMap, function(_, eventType) {
				chart._messageCenter.on(eventType, function(event) {
					if (connectedGroups[chart.group] && chart[CONNECT_STATUS_KEY] !== CONNECT_STATUS_PENDING) {
						if (event && event.escapeConnect) return;
						var action_1 = chart.makeActionFromEvent(event);
						var otherCharts_1 = [];
						each$3(instances, function(otherChart) {
							if (otherChart !== chart && otherChart.group === chart.group) otherCharts_1.push(otherChart);
						});
						updateConnectedChartsStatus(otherCharts_1, CONNECT_STATUS_PENDING);
						each$3(otherCharts_1, function(otherChart) {
							if (otherChart[CONNECT_STATUS_KEY] !== CONNECT_STATUS_UPDATING) otherChart.dispatchAction(action_1);
						});
						updateConnectedChartsStatus(otherCharts_1, CONNECT_STATUS_UPDATED);
					}
				});
			});
		};
	}();
	return ECharts;
}(Eventful);
var echartsProto = ECharts.prototype;
echartsProto.on = createRegisterEventWithLowercaseECharts("on");
echartsProto.off = createRegisterEventWithLowercaseECharts("off");
/**
* @deprecated
*/
echartsProto.one = function(eventName, cb, ctx) {
	var self = this;
	deprecateLog("ECharts#one is deprecated.");
	function wrapped() {
		var args2 = [];
		for (var _i = 0; _i < arguments.length; _i++) args2[_i] = arguments[_i];
		cb && cb.apply && cb.apply(this, args2);
		self.off(eventName, wrapped);
	}
	this.on.call(this, eventName, wrapped, ctx);
};
var MOUSE_EVENT_NAMES = [
	"click",
	"dblclick",
	"mouseover",
	"mouseout",
	"mousemove",
	"mousedown",
	"mouseup",
	"globalout",
	"contextmenu"
];
function disposedWarning(id) {
	if (process.env.NODE_ENV !== "production") warn("Instance " + id + " has been disposed");
}
var actions = {};
/**
* Map event type to action type for reproducing action from event for `connect`.
*/
var connectionEventRevertMap = {};
/**
* To remove duplication.
*/
var publicEventTypeMap = {};
var dataProcessorFuncs = [];
var optionPreprocessorFuncs = [];
var visualFuncs = [];
var themeStorage = {};
var loadingEffects = {};
var instances = {};
var connectedGroups = {};
var idBase = +/* @__PURE__ */ new Date() - 0;
var groupIdBase = +/* @__PURE__ */ new Date() - 0;
var DOM_ATTRIBUTE_KEY = "_echarts_instance_";
/**
* @param opts.devicePixelRatio Use window.devicePixelRatio by default
* @param opts.renderer Can choose 'canvas' or 'svg' to render the chart.
* @param opts.width Use clientWidth of the input `dom` by default.
*        Can be 'auto' (the same as null/undefined)
* @param opts.height Use clientHeight of the input `dom` by default.
*        Can be 'auto' (the same as null/undefined)
* @param opts.locale Specify the locale.
* @param opts.useDirtyRect Enable dirty rectangle rendering or not.
*/
function init(dom, theme, opts) {
	var isClient = !(opts && opts.ssr);
	if (isClient) {
		if (process.env.NODE_ENV !== "production") {
			if (!dom) throw new Error("Initialize failed: invalid dom.");
		}
		var existInstance = getInstanceByDom(dom);
		if (existInstance) {
			if (process.env.NODE_ENV !== "production") warn("There is a chart instance already initialized on the dom.");
			return existInstance;
		}
		if (process.env.NODE_ENV !== "production") {
			if (isDom(dom) && dom.nodeName.toUpperCase() !== "CANVAS" && (!dom.clientWidth && (!opts || opts.width == null) || !dom.clientHeight && (!opts || opts.height == null))) warn("Can't get DOM width or height. Please check dom.clientWidth and dom.clientHeight. They should not be 0.For example, you may need to call this in the callback of window.onload.");
		}
	}
	var chart = new ECharts(dom, theme, opts);
	chart.id = "ec_" + idBase++;
	instances[chart.id] = chart;
	isClient && setAttribute(dom, DOM_ATTRIBUTE_KEY, chart.id);
	enableConnect(chart);
	lifecycle.trigger("afterinit", chart);
	return chart;
}
function getInstanceByDom(dom) {
	return instances[getAttribute(dom, DOM_ATTRIBUTE_KEY)];
}
/**
* Register theme
*/
function registerTheme(name, theme) {
	themeStorage[name] = theme;
}
/**
* Register option preprocessor
*/
function registerPreprocessor(preprocessorFunc) {
	if (indexOf(optionPreprocessorFuncs, preprocessorFunc) < 0) optionPreprocessorFuncs.push(preprocessorFunc);
}
/**
* NOTICE: Alway run in block way (no progessive is allowed).
*/
function registerProcessor(priority, processor) {
	normalizeRegister(dataProcessorFuncs, priority, processor, PRIORITY_PROCESSOR_DEFAULT);
}
/**
* Register postIniter
* @param {Function} postInitFunc
*/
function registerPostInit(postInitFunc) {
	registerUpdateLifecycle("afterinit", postInitFunc);
}
/**
* Register postUpdater
* @param {Function} postUpdateFunc
*/
function registerPostUpdate(postUpdateFunc) {
	registerUpdateLifecycle("afterupdate", postUpdateFunc);
}
function registerUpdateLifecycle(name, cb) {
	lifecycle.on(name, cb);
}
function registerAction(arg0, arg1, action) {
	var actionType;
	var publicEventType;
	var refineEvent;
	var update;
	var publishNonRefinedEvent;
	if (isFunction(arg1)) {
		action = arg1;
		arg1 = "";
	}
	if (isObject$2(arg0)) {
		actionType = arg0.type;
		publicEventType = arg0.event;
		update = arg0.update;
		publishNonRefinedEvent = arg0.publishNonRefinedEvent;
		if (!action) action = arg0.action;
		refineEvent = arg0.refineEvent;
	} else {
		actionType = arg0;
		publicEventType = arg1;
	}
	function createEventType(actionOrEventType) {
		return actionOrEventType.toLowerCase();
	}
	publicEventType = createEventType(publicEventType || actionType);
	var nonRefinedEventType = refineEvent ? createEventType(actionType) : publicEventType;
	if (actions[actionType]) return;
	assert(ACTION_REG.test(actionType) && ACTION_REG.test(publicEventType));
	if (refineEvent) assert(publicEventType !== actionType);
	actions[actionType] = {
		actionType,
		refinedEventType: publicEventType,
		nonRefinedEventType,
		update,
		action,
		refineEvent
	};
	publicEventTypeMap[publicEventType] = 1;
	if (refineEvent && publishNonRefinedEvent) publicEventTypeMap[nonRefinedEventType] = 1;
	if (process.env.NODE_ENV !== "production" && connectionEventRevertMap[nonRefinedEventType]) error(nonRefinedEventType + " must not be shared; use \"refineEvent\" if you intend to share an event name.");
	connectionEventRevertMap[nonRefinedEventType] = actionType;
}
function registerCoordinateSystem(type, coordSysCreator) {
	CoordinateSystemManager.register(type, coordSysCreator);
}
function registerLayout(priority, layoutTask) {
	normalizeRegister(visualFuncs, priority, layoutTask, PRIORITY_VISUAL_LAYOUT, "layout", true);
}
function registerVisual(priority, visualTask) {
	normalizeRegister(visualFuncs, priority, visualTask, PRIORITY_VISUAL_CHART, "visual", true);
}
var registeredTasks = [];
function normalizeRegister(targetList, priority, fn, defaultPriority, visualType, checkBlock) {
	if (isFunction(priority) || isObject$2(priority)) {
		fn = priority;
		priority = defaultPriority;
	}
	if (process.env.NODE_ENV !== "production") {
		if (isNaN(priority) || priority == null) throw new Error("Illegal priority");
		each$3(targetList, function(wrap) {
			assert(wrap.__raw !== fn);
		});
	}
	if (indexOf(registeredTasks, fn) >= 0) return;
	registeredTasks.push(fn);
	var stageHandler = Scheduler.wrapStageHandler(fn, visualType);
	stageHandler.__prio = priority;
	stageHandler.__raw = fn;
	targetList.push(stageHandler);
	if (process.env.NODE_ENV !== "production") {
		if (checkBlock) assert(!stageHandler.dirtyOnOverallProgress, "dirtyOnOverallProgress is not allowed in " + visualType + " stage; otherwise progressive rendering is disabled on all series.");
	}
}
function registerLoading(name, loadingFx) {
	loadingEffects[name] = loadingFx;
}
/**
* The parameters and usage: see `geoSourceManager.registerMap`.
* Compatible with previous `echarts.registerMap`.
*/
function registerMap(mapName, geoJson, specialAreas) {
	var registerMap = getImpl("registerMap");
	registerMap && registerMap(mapName, geoJson, specialAreas);
}
var registerTransform = registerExternalTransform;
/**
* Global dispatchAction to a specified chart instance.
*/
registerVisual(PRIORITY_VISUAL_GLOBAL, seriesStyleTask);
registerVisual(PRIORITY_VISUAL_CHART_DATA_CUSTOM, dataStyleTask);
registerVisual(PRIORITY_VISUAL_CHART_DATA_CUSTOM, dataColorPaletteTask);
registerVisual(PRIORITY_VISUAL_GLOBAL, seriesSymbolTask);
registerVisual(PRIORITY_VISUAL_CHART_DATA_CUSTOM, dataSymbolTask);
registerVisual(PRIORITY_VISUAL_DECAL, decalVisualStageHandler);
registerPreprocessor(globalBackwardCompat);
registerProcessor(PRIORITY_PROCESSOR_DATASTACK, dataStackStageHandler);
registerLoading("default", defaultLoading);
registerAction({
	type: HIGHLIGHT_ACTION_TYPE,
	event: HIGHLIGHT_ACTION_TYPE,
	update: HIGHLIGHT_ACTION_TYPE
}, noop);
registerAction({
	type: DOWNPLAY_ACTION_TYPE,
	event: DOWNPLAY_ACTION_TYPE,
	update: DOWNPLAY_ACTION_TYPE
}, noop);
registerAction({
	type: SELECT_ACTION_TYPE,
	event: SELECT_CHANGED_EVENT_TYPE,
	update: SELECT_ACTION_TYPE,
	action: noop,
	refineEvent: makeSelectChangedEvent,
	publishNonRefinedEvent: true
});
registerAction({
	type: UNSELECT_ACTION_TYPE,
	event: SELECT_CHANGED_EVENT_TYPE,
	update: UNSELECT_ACTION_TYPE,
	action: noop,
	refineEvent: makeSelectChangedEvent,
	publishNonRefinedEvent: true
});
registerAction({
	type: TOGGLE_SELECT_ACTION_TYPE,
	event: SELECT_CHANGED_EVENT_TYPE,
	update: TOGGLE_SELECT_ACTION_TYPE,
	action: noop,
	refineEvent: makeSelectChangedEvent,
	publishNonRefinedEvent: true
});
function makeSelectChangedEvent(actionResultBatch, payload, ecModel, api) {
	return { eventContent: {
		selected: getAllSelectedIndices(ecModel),
		isFromClick: payload.isFromClick || false
	} };
}
registerTheme("default", {});
registerTheme("dark", theme);

// node_modules/echarts/lib/extension.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var extensions = [];
var extensionRegisters = {
	registerPreprocessor,
	registerProcessor,
	registerPostInit,
	registerPostUpdate,
	registerUpdateLifecycle,
	registerAction,
	registerCoordinateSystem,
	registerLayout,
	registerVisual,
	registerTransform,
	registerLoading,
	registerMap,
	registerImpl,
	PRIORITY,
	ComponentModel,
	ComponentView,
	SeriesModel,
	ChartView,
	registerComponentModel: function(ComponentModelClass) {
		ComponentModel.registerClass(ComponentModelClass);
	},
	registerComponentView: function(ComponentViewClass) {
		ComponentView.registerClass(ComponentViewClass);
	},
	registerSeriesModel: function(SeriesModelClass) {
		SeriesModel.registerClass(SeriesModelClass);
	},
	registerChartView: function(ChartViewClass) {
		ChartView.registerClass(ChartViewClass);
	},
	registerCustomSeries: function(seriesType, renderItem) {
		registerCustomSeries(seriesType, renderItem);
	},
	registerSubTypeDefaulter: function(componentType, defaulter) {
		ComponentModel.registerSubTypeDefaulter(componentType, defaulter);
	},
	registerPainter: function(painterType, PainterCtor) {
		registerPainter(painterType, PainterCtor);
	}
};
function use(ext) {
	if (isArray(ext)) {
		each$3(ext, function(singleExt) {
			use(singleExt);
		});
		return;
	}
	if (indexOf(extensions, ext) >= 0) return;
	extensions.push(ext);
	if (isFunction(ext)) ext = { install: ext };
	ext.install(extensionRegisters);
}

// node_modules/echarts/lib/coord/axisModelCommonMixin.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var AxisModelCommonMixin = function() {
	function AxisModelCommonMixin() {}
	AxisModelCommonMixin.prototype.needIncludeZero = function() {
		return !this.option.scale;
	};
	/**
	* Should be implemented by each axis model if necessary.
	* @return coordinate system model
	*/
	AxisModelCommonMixin.prototype.getCoordSysModel = function() {};
	return AxisModelCommonMixin;
}();

// node_modules/echarts/lib/coord/cartesian/AxisModel.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var CartesianAxisModel = function(_super) {
	__extends(CartesianAxisModel, _super);
	function CartesianAxisModel() {
		return _super !== null && _super.apply(this, arguments) || this;
	}
	CartesianAxisModel.prototype.getCoordSysModel = function() {
		return this.getReferringComponents("grid", SINGLE_REFERRING).models[0];
	};
	CartesianAxisModel.type = "cartesian2dAxis";
	return CartesianAxisModel;
}(ComponentModel);
mixin(CartesianAxisModel, AxisModelCommonMixin);

// node_modules/echarts/lib/coord/axisDefault.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var defaultOption = {
	show: true,
	z: 0,
	inverse: false,
	name: "",
	nameLocation: "end",
	nameRotate: null,
	nameTruncate: {
		maxWidth: null,
		ellipsis: "...",
		placeholder: "."
	},
	nameTextStyle: {},
	nameGap: 15,
	silent: false,
	triggerEvent: false,
	tooltip: { show: false },
	axisPointer: {},
	axisLine: {
		show: true,
		onZero: "auto",
		onZeroAxisIndex: null,
		lineStyle: {
			color: tokens.color.axisLine,
			width: 1,
			type: "solid"
		},
		symbol: ["none", "none"],
		symbolSize: [10, 15],
		breakLine: true
	},
	axisTick: {
		show: true,
		inside: false,
		length: 5,
		lineStyle: { width: 1 }
	},
	axisLabel: {
		show: true,
		inside: false,
		rotate: 0,
		showMinLabel: null,
		showMaxLabel: null,
		margin: 8,
		fontSize: 12,
		color: tokens.color.axisLabel,
		textMargin: [0, 3]
	},
	splitLine: {
		show: true,
		showMinLine: true,
		showMaxLine: true,
		lineStyle: {
			color: tokens.color.axisSplitLine,
			width: 1,
			type: "solid"
		}
	},
	splitArea: {
		show: false,
		areaStyle: { color: [tokens.color.backgroundTint, tokens.color.backgroundTransparent] }
	},
	breakArea: {
		show: true,
		itemStyle: {
			color: tokens.color.neutral00,
			borderColor: tokens.color.border,
			borderWidth: 1,
			borderType: [3, 3],
			opacity: .6
		},
		zigzagAmplitude: 4,
		zigzagMinSpan: 4,
		zigzagMaxSpan: 20,
		zigzagZ: 100,
		expandOnClick: true
	},
	breakLabelLayout: { moveOverlap: "auto" }
};
var categoryAxis = merge({
	boundaryGap: true,
	deduplication: null,
	jitter: 0,
	jitterOverlap: true,
	jitterMargin: 2,
	splitLine: { show: false },
	axisTick: {
		alignWithLabel: false,
		interval: "auto",
		show: "auto"
	},
	axisLabel: { interval: "auto" }
}, defaultOption);
var valueAxis = merge({
	boundaryGap: [0, 0],
	axisLine: { show: "auto" },
	axisTick: { show: "auto" },
	splitNumber: 5,
	minorTick: {
		show: false,
		splitNumber: 5,
		length: 3,
		lineStyle: {}
	},
	minorSplitLine: {
		show: false,
		lineStyle: {
			color: tokens.color.axisMinorSplitLine,
			width: 1
		}
	}
}, defaultOption);
var timeAxis = merge({
	splitNumber: 6,
	axisLabel: { rich: { primary: { fontWeight: "bold" } } },
	splitLine: { show: false }
}, valueAxis);
var logAxis = defaults({ logBase: 10 }, valueAxis);
var axisDefault_default = {
	category: categoryAxis,
	value: valueAxis,
	time: timeAxis,
	log: logAxis
};

// node_modules/echarts/lib/coord/axisModelCreator.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Generate sub axis model class
* @param axisName 'x' 'y' 'radius' 'angle' 'parallel' ...
*/
function axisModelCreator(registers, axisName, BaseAxisModelClass, extraDefaultOption) {
	each$3(AXIS_TYPES, function(v, axisType) {
		var defaultOption = merge(merge({}, axisDefault_default[axisType], true), extraDefaultOption, true);
		var AxisModel = function(_super) {
			__extends(AxisModel, _super);
			function AxisModel() {
				var _this = _super !== null && _super.apply(this, arguments) || this;
				_this.type = axisName + "Axis." + axisType;
				return _this;
			}
			AxisModel.prototype.mergeDefaultAndTheme = function(option, ecModel) {
				var layoutMode = fetchLayoutMode(this);
				var inputPositionParams = layoutMode ? getLayoutParams(option) : {};
				var themeModel = ecModel.getTheme();
				merge(option, themeModel.get(axisType + "Axis"));
				merge(option, this.getDefaultOption());
				option.type = getAxisType(option);
				if (layoutMode) mergeLayoutParam(option, inputPositionParams, layoutMode);
			};
			AxisModel.prototype.optionUpdated = function() {
				if (this.option.type === "category") this.__ordinalMeta = OrdinalMeta.createByAxisModel(this);
			};
			/**
			* Should not be called before all of 'getInitailData' finished.
			* Because categories are collected during initializing data.
			*/
			AxisModel.prototype.getCategories = function(rawData) {
				var option = this.option;
				if (option.type === "category") {
					if (rawData) return option.data;
					return this.__ordinalMeta.categories;
				}
			};
			AxisModel.prototype.getOrdinalMeta = function() {
				return this.__ordinalMeta;
			};
			AxisModel.prototype.updateAxisBreaks = function(payload) {
				var axisBreakHelper = getAxisBreakHelper();
				return axisBreakHelper ? axisBreakHelper.updateModelAxisBreak(this, payload) : { breaks: [] };
			};
			AxisModel.type = axisName + "Axis." + axisType;
			AxisModel.defaultOption = defaultOption;
			return AxisModel;
		}(BaseAxisModelClass);
		registers.registerComponentModel(AxisModel);
	});
	registers.registerSubTypeDefaulter(axisName + "Axis", getAxisType);
}
function getAxisType(option) {
	return option.type || (option.data ? "category" : "value");
}

// node_modules/echarts/lib/coord/cartesian/Cartesian.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var Cartesian = function() {
	function Cartesian(name) {
		this.type = "cartesian";
		this._dimList = [];
		this._axes = {};
		this.name = name || "";
	}
	Cartesian.prototype.getAxis = function(dim) {
		return this._axes[dim];
	};
	Cartesian.prototype.getAxes = function() {
		return map$1(this._dimList, function(dim) {
			return this._axes[dim];
		}, this);
	};
	Cartesian.prototype.getAxesByScale = function(scaleType) {
		scaleType = scaleType.toLowerCase();
		return filter(this.getAxes(), function(axis) {
			return axis.scale.type === scaleType;
		});
	};
	Cartesian.prototype.addAxis = function(axis) {
		var dim = axis.dim;
		this._axes[dim] = axis;
		this._dimList.push(dim);
	};
	return Cartesian;
}();

// node_modules/echarts/lib/coord/cartesian/Cartesian2D.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var cartesian2DDimensions = ["x", "y"];
function canCalculateAffineTransform(scale) {
	return (scale.type === "interval" || scale.type === "time") && !hasBreaks(scale);
}
var Cartesian2D = function(_super) {
	__extends(Cartesian2D, _super);
	function Cartesian2D() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = COORD_SYS_TYPE_CARTESIAN_2D;
		_this.dimensions = cartesian2DDimensions;
		return _this;
	}
	/**
	* Calculate an affine transform matrix if two axes are time or value.
	* It's mainly for accelartion on the large time series data.
	*/
	Cartesian2D.prototype.calcAffineTransform = function() {
		this._transform = this._invTransform = null;
		var xAxisScale = this.getAxis("x").scale;
		var yAxisScale = this.getAxis("y").scale;
		if (!canCalculateAffineTransform(xAxisScale) || !canCalculateAffineTransform(yAxisScale)) return;
		var xScaleExtent = getScaleExtentForMappingUnsafe(xAxisScale, null);
		var yScaleExtent = getScaleExtentForMappingUnsafe(yAxisScale, null);
		var start = this.dataToPoint([xScaleExtent[0], yScaleExtent[0]]);
		var end = this.dataToPoint([xScaleExtent[1], yScaleExtent[1]]);
		var xScaleSpan = xScaleExtent[1] - xScaleExtent[0];
		var yScaleSpan = yScaleExtent[1] - yScaleExtent[0];
		if (!xScaleSpan || !yScaleSpan) return;
		var scaleX = (end[0] - start[0]) / xScaleSpan;
		var scaleY = (end[1] - start[1]) / yScaleSpan;
		var translateX = start[0] - xScaleExtent[0] * scaleX;
		var translateY = start[1] - yScaleExtent[0] * scaleY;
		var m = this._transform = [
			scaleX,
			0,
			0,
			scaleY,
			translateX,
			translateY
		];
		this._invTransform = invert([], m);
	};
	/**
	* Base axis will be used on stacking and series such as 'bar', 'pictorialBar', etc.
	*/
	Cartesian2D.prototype.getBaseAxis = function() {
		return this.getAxesByScale("ordinal")[0] || this.getAxesByScale("time")[0] || this.getAxis("x");
	};
	Cartesian2D.prototype.containPoint = function(point) {
		var axisX = this.getAxis("x");
		var axisY = this.getAxis("y");
		return axisX.contain(axisX.toLocalCoord(point[0])) && axisY.contain(axisY.toLocalCoord(point[1]));
	};
	Cartesian2D.prototype.containData = function(data) {
		return this.getAxis("x").containData(data[0]) && this.getAxis("y").containData(data[1]);
	};
	Cartesian2D.prototype.containZone = function(data1, data2) {
		var zoneDiag1 = this.dataToPoint(data1);
		var zoneDiag2 = this.dataToPoint(data2);
		var area = this.getArea();
		var zone = new BoundingRect(zoneDiag1[0], zoneDiag1[1], zoneDiag2[0] - zoneDiag1[0], zoneDiag2[1] - zoneDiag1[1]);
		return area.intersect(zone);
	};
	Cartesian2D.prototype.dataToPoint = function(data, clamp, out) {
		out = out || [];
		var xVal = data[0];
		var yVal = data[1];
		if (this._transform && xVal != null && isFinite(xVal) && yVal != null && isFinite(yVal)) return applyTransform$1(out, data, this._transform);
		var xAxis = this.getAxis("x");
		var yAxis = this.getAxis("y");
		out[0] = xAxis.toGlobalCoord(xAxis.dataToCoord(xVal, clamp));
		out[1] = yAxis.toGlobalCoord(yAxis.dataToCoord(yVal, clamp));
		return out;
	};
	Cartesian2D.prototype.clampData = function(data, out) {
		var xScale = this.getAxis("x").scale;
		var yScale = this.getAxis("y").scale;
		var xAxisExtent = xScale.getExtent();
		var yAxisExtent = yScale.getExtent();
		var x = xScale.parse(data[0]);
		var y = yScale.parse(data[1]);
		out = out || [];
		out[0] = Math.min(Math.max(Math.min(xAxisExtent[0], xAxisExtent[1]), x), Math.max(xAxisExtent[0], xAxisExtent[1]));
		out[1] = Math.min(Math.max(Math.min(yAxisExtent[0], yAxisExtent[1]), y), Math.max(yAxisExtent[0], yAxisExtent[1]));
		return out;
	};
	Cartesian2D.prototype.pointToData = function(point, clamp, out) {
		out = out || [];
		if (this._invTransform) return applyTransform$1(out, point, this._invTransform);
		var xAxis = this.getAxis("x");
		var yAxis = this.getAxis("y");
		out[0] = xAxis.coordToData(xAxis.toLocalCoord(point[0]), clamp);
		out[1] = yAxis.coordToData(yAxis.toLocalCoord(point[1]), clamp);
		return out;
	};
	Cartesian2D.prototype.getOtherAxis = function(axis) {
		return this.getAxis(axis.dim === "x" ? "y" : "x");
	};
	/**
	* Get rect area of cartesian.
	* Area will have a contain function to determine if a point is in the coordinate system.
	*/
	Cartesian2D.prototype.getArea = function(tolerance) {
		tolerance = tolerance || 0;
		var xExtent = this.getAxis("x").getGlobalExtent();
		var yExtent = this.getAxis("y").getGlobalExtent();
		var x = Math.min(xExtent[0], xExtent[1]) - tolerance;
		var y = Math.min(yExtent[0], yExtent[1]) - tolerance;
		var width = Math.max(xExtent[0], xExtent[1]) - x + tolerance;
		var height = Math.max(yExtent[0], yExtent[1]) - y + tolerance;
		return new BoundingRect(x, y, width, height);
	};
	return Cartesian2D;
}(Cartesian);

// node_modules/echarts/lib/coord/axisAlignTicks.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* NOTE: See the summary of the process of extent determination in the comment of `scaleMapper.setExtent`.
*
* @see SCALE_EXTENT_CONSTRUCTION for the full processing flow.
*/
function scaleCalcAlign(targetAxis, alignToScale) {
	var targetScale = targetAxis.scale;
	var targetAxisModel = targetAxis.model;
	if (process.env.NODE_ENV !== "production") assert(targetScale && targetAxisModel && (targetScale instanceof IntervalScale || targetScale instanceof LogScale) && (alignToScale instanceof IntervalScale || alignToScale instanceof LogScale));
	var targetExtentInfo = adoptScaleRawExtentInfoAndPrepare(targetScale, targetAxisModel, targetAxisModel.ecModel, targetAxis, null);
	var isTargetLogScale = isLogScale(targetScale);
	var alignToScaleLinear = isLogScale(alignToScale) ? alignToScale.intervalStub : alignToScale;
	var targetIntervalStub = isTargetLogScale ? targetScale.intervalStub : targetScale;
	var targetLogScaleBase = targetScale.base;
	var alignToTicks = alignToScaleLinear.getTicks();
	var alignToExpNiceTicks = alignToScaleLinear.getTicks({ expandToNicedExtent: true });
	var alignToSegCount = alignToTicks.length - 1;
	if (process.env.NODE_ENV !== "production") {
		assert(!hasBreaks(alignToScale) && !hasBreaks(targetScale));
		assert(alignToSegCount > 0);
		assert(alignToExpNiceTicks.length === alignToTicks.length);
		assert(alignToTicks[0].value <= alignToTicks[alignToSegCount].value);
		assert(alignToExpNiceTicks[0].value <= alignToTicks[0].value && alignToTicks[alignToSegCount].value <= alignToExpNiceTicks[alignToSegCount].value);
		if (alignToSegCount >= 2) {
			assert(alignToExpNiceTicks[1].value === alignToTicks[1].value);
			assert(alignToExpNiceTicks[alignToSegCount - 1].value === alignToTicks[alignToSegCount - 1].value);
		}
	}
	var t0;
	var t1;
	var alignToNiceSegCount;
	if (alignToSegCount === 1) {
		t0 = t1 = 0;
		alignToNiceSegCount = 1;
	} else if (alignToSegCount === 2) {
		var interval0 = mathAbs(alignToTicks[0].value - alignToTicks[1].value);
		var interval1 = mathAbs(alignToTicks[1].value - alignToTicks[2].value);
		t0 = t1 = 0;
		if (interval0 === interval1) alignToNiceSegCount = 2;
		else {
			alignToNiceSegCount = 1;
			if (interval0 < interval1) t0 = interval0 / interval1;
			else t1 = interval1 / interval0;
		}
	} else {
		var alignToInterval = alignToScaleLinear.getConfig().interval;
		t0 = (1 - (alignToTicks[0].value - alignToExpNiceTicks[0].value) / alignToInterval) % 1;
		t1 = (1 - (alignToExpNiceTicks[alignToSegCount].value - alignToTicks[alignToSegCount].value) / alignToInterval) % 1;
		alignToNiceSegCount = alignToSegCount - (t0 ? 1 : 0) - (t1 ? 1 : 0);
	}
	if (process.env.NODE_ENV !== "production") assert(alignToNiceSegCount >= 1);
	var dataZoomFixMinMax = targetExtentInfo.zoomFixMM;
	var hasDataZoomFixMinMax = dataZoomFixMinMax[0] || dataZoomFixMinMax[1];
	var targetMinMaxFixed = [targetExtentInfo.fixMM[0] || hasDataZoomFixMinMax, targetExtentInfo.fixMM[1] || hasDataZoomFixMinMax];
	var targetOldOutermostExtent = targetScale.getExtent();
	var targetOldIntervalExtent = targetIntervalStub.getExtent();
	var targetExtent = intervalScaleEnsureValidExtent(targetOldIntervalExtent, targetMinMaxFixed);
	var min;
	var max;
	var interval;
	var intervalPrecision;
	var maxNice;
	var minNice;
	function loopIncreaseInterval(cb) {
		var LOOP_MAX = 50;
		var loopGuard = 0;
		for (; loopGuard < LOOP_MAX; loopGuard++) {
			if (cb()) break;
			interval = isTargetLogScale ? interval * mathMax$1(targetLogScaleBase, 2) : increaseInterval(interval);
			intervalPrecision = getIntervalPrecision(interval);
		}
		if (process.env.NODE_ENV !== "production") {
			if (loopGuard >= LOOP_MAX) warn("incorrect impl in `scaleCalcAlign`.");
		}
	}
	function updateMinFromMinNice() {
		min = round(minNice - interval * t0, intervalPrecision);
	}
	function updateMaxFromMaxNice() {
		max = round(maxNice + interval * t1, intervalPrecision);
	}
	function updateMinNiceFromMinT0Interval() {
		minNice = t0 ? round(min + interval * t0, intervalPrecision) : min;
	}
	function updateMaxNiceFromMaxT1Interval() {
		maxNice = t1 ? round(max - interval * t1, intervalPrecision) : max;
	}
	if (targetMinMaxFixed[0] && targetMinMaxFixed[1]) {
		min = targetExtent[0];
		max = targetExtent[1];
		interval = (max - min) / (alignToNiceSegCount + t0 + t1);
		var axisPxExtent = targetAxis.getExtent();
		var pxSpan = mathAbs(axisPxExtent[1] - axisPxExtent[0]);
		intervalPrecision = getAcceptableTickPrecision([max, min], pxSpan, .5 / alignToNiceSegCount);
		updateMinNiceFromMinT0Interval();
		updateMaxNiceFromMaxT1Interval();
		if (isNullableNumberFinite(intervalPrecision)) interval = round(interval, intervalPrecision);
	} else {
		var targetSpan = targetExtent[1] - targetExtent[0];
		interval = isTargetLogScale ? mathMax$1(quantity(targetSpan), 1) : nice(targetSpan / alignToNiceSegCount, 2);
		intervalPrecision = getIntervalPrecision(interval);
		if (targetMinMaxFixed[0]) {
			min = targetExtent[0];
			loopIncreaseInterval(function() {
				updateMinNiceFromMinT0Interval();
				maxNice = round(minNice + interval * alignToNiceSegCount, intervalPrecision);
				updateMaxFromMaxNice();
				if (max >= targetExtent[1]) return true;
			});
		} else if (targetMinMaxFixed[1]) {
			max = targetExtent[1];
			loopIncreaseInterval(function() {
				updateMaxNiceFromMaxT1Interval();
				minNice = round(maxNice - interval * alignToNiceSegCount, intervalPrecision);
				updateMinFromMinNice();
				if (min <= targetExtent[0]) return true;
			});
		} else loopIncreaseInterval(function() {
			minNice = round(mathCeil(targetExtent[0] / interval) * interval, intervalPrecision);
			maxNice = round(mathFloor(targetExtent[1] / interval) * interval, intervalPrecision);
			var currIntervalCount = mathRound((maxNice - minNice) / interval);
			if (currIntervalCount <= alignToNiceSegCount) {
				var moreCount = alignToNiceSegCount - currIntervalCount;
				var moreCountPair = void 0;
				var mayEnhanceZero = targetExtentInfo.incl0 || isTargetLogScale;
				if (mayEnhanceZero && targetExtent[0] === 0) moreCountPair = [0, moreCount];
				else if (mayEnhanceZero && targetExtent[1] === 0) moreCountPair = [moreCount, 0];
				else {
					var lessHalfCount = mathFloor(moreCount / 2);
					moreCountPair = moreCount % 2 === 0 ? [lessHalfCount, lessHalfCount] : min + max < targetExtent[0] + targetExtent[1] ? [lessHalfCount, lessHalfCount + 1] : [lessHalfCount + 1, lessHalfCount];
				}
				minNice = round(minNice - interval * moreCountPair[0], intervalPrecision);
				maxNice = round(maxNice + interval * moreCountPair[1], intervalPrecision);
				updateMinFromMinNice();
				updateMaxFromMaxNice();
				if (min <= targetExtent[0] && max >= targetExtent[1]) return true;
			}
		});
	}
	updateIntervalOrLogScaleForNiceOrAligned(targetScale, targetMinMaxFixed, targetOldIntervalExtent, [min, max], targetOldOutermostExtent, {
		interval,
		intervalCount: alignToNiceSegCount,
		intervalPrecision,
		niceExtent: [minNice, maxNice]
	});
	if (process.env.NODE_ENV !== "production") targetScale.freeze();
}

// node_modules/echarts/lib/coord/axisNiceTicks.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function calcNiceForIntervalOrLogScale(scale, opt) {
	var isTargetLogScale = isLogScale(scale);
	var intervalStub = isTargetLogScale ? scale.intervalStub : scale;
	var fixMinMax = opt.fixMinMax || [];
	var oldOutermostExtent = isTargetLogScale ? scale.getExtent() : null;
	var oldIntervalExtent = intervalStub.getExtent();
	var newIntervalExtent = intervalScaleEnsureValidExtent(oldIntervalExtent, fixMinMax, opt.rawExtentResult);
	intervalStub.setExtent(newIntervalExtent[0], newIntervalExtent[1]);
	newIntervalExtent = intervalStub.getExtent();
	var config = isTargetLogScale ? logScaleCalcNiceTicks(intervalStub, opt) : intervalScaleCalcNiceTicks(intervalStub, opt);
	var autoIntervalPrecision = config.intervalPrecision;
	var autoInterval = config.interval;
	var userInterval = opt.userInterval;
	if (userInterval != null) {
		config.interval = userInterval;
		config.intervalPrecision = getIntervalPrecision(userInterval);
	}
	if (!fixMinMax[0]) newIntervalExtent[0] = round(mathFloor(newIntervalExtent[0] / autoInterval) * autoInterval, autoIntervalPrecision);
	if (!fixMinMax[1]) newIntervalExtent[1] = round(mathCeil(newIntervalExtent[1] / autoInterval) * autoInterval, autoIntervalPrecision);
	if (userInterval != null) config.niceExtent = newIntervalExtent.slice();
	updateIntervalOrLogScaleForNiceOrAligned(scale, fixMinMax, oldIntervalExtent, newIntervalExtent, oldOutermostExtent, config);
}
function intervalScaleCalcNiceTicks(scale, opt) {
	var splitNumber = ensureValidSplitNumber(opt.splitNumber, 5);
	var span = getScaleLinearSpanEffective(scale);
	if (process.env.NODE_ENV !== "production") assert(isFinite(span) && span > 0);
	var minInterval = opt.minInterval;
	var maxInterval = opt.maxInterval;
	var interval = nice(span / splitNumber, true);
	if (minInterval != null && interval < minInterval) interval = minInterval;
	if (maxInterval != null && interval > maxInterval) interval = maxInterval;
	var intervalPrecision = getIntervalPrecision(interval);
	var extent = scale.getExtent();
	var niceExtent = [round(mathCeil(extent[0] / interval) * interval, intervalPrecision), round(mathFloor(extent[1] / interval) * interval, intervalPrecision)];
	return {
		interval,
		intervalPrecision,
		niceExtent
	};
}
function logScaleCalcNiceTicks(intervalStub, opt) {
	var splitNumber = ensureValidSplitNumber(opt.splitNumber, 10);
	var intervalExtent = intervalStub.getExtent();
	var span = getScaleLinearSpanEffective(intervalStub);
	if (process.env.NODE_ENV !== "production") assert(isFinite(span) && span > 0);
	var interval = mathMax$1(quantity(span), 1);
	if (splitNumber / span * interval <= .5) interval *= 10;
	var intervalPrecision = getIntervalPrecision(interval);
	var niceExtent = [round(mathCeil(intervalExtent[0] / interval) * interval, intervalPrecision), round(mathFloor(intervalExtent[1] / interval) * interval, intervalPrecision)];
	return {
		intervalPrecision,
		interval,
		niceExtent
	};
}
/**
* NOTE: See the summary of the process of extent determination in the comment of `scaleMapper.setExtent`.
*
* Calculate a "nice" extent and "nice" ticks configs based on the current scale extent and ec options.
* scale extent will be modified, and config may be set to the scale.
*
* @see SCALE_EXTENT_CONSTRUCTION for the full processing flow.
*/
function scaleCalcNice(axisLike) {
	var scale = axisLike.scale;
	var model = axisLike.model;
	var axis = model.axis;
	var ecModel = model.ecModel;
	if (process.env.NODE_ENV !== "production") assert(axis && ecModel);
	scaleCalcNice2(scale, model, axis, ecModel, null);
}
/**
* @see SCALE_EXTENT_CONSTRUCTION for the full processing flow.
*/
function scaleCalcNice2(scale, model, axis, ecModel, externalDataExtent) {
	var rawExtentResult = adoptScaleRawExtentInfoAndPrepare(scale, model, ecModel, axis, externalDataExtent);
	var isIntervalOrTime = isIntervalScale(scale) || isTimeScale(scale);
	scaleCalcNiceDirectly(scale, {
		splitNumber: model.get("splitNumber"),
		fixMinMax: rawExtentResult.fixMM,
		userInterval: model.get("interval"),
		minInterval: isIntervalOrTime ? model.get("minInterval") : null,
		maxInterval: isIntervalOrTime ? model.get("maxInterval") : null,
		rawExtentResult
	});
	if (axis && ecModel) adoptScaleExtentKindMapping(axis, scale, rawExtentResult, ecModel);
	if (process.env.NODE_ENV !== "production") scale.freeze();
}
function scaleCalcNiceDirectly(scale, opt) {
	scaleCalcNiceMethods[scale.type](scale, opt);
}
var scaleCalcNiceMethods = {
	interval: calcNiceForIntervalOrLogScale,
	log: calcNiceForIntervalOrLogScale,
	time: calcNiceForTimeScale,
	ordinal: noop
};

// node_modules/echarts/lib/coord/cartesian/Grid.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Grid is a region which contains at most 4 cartesian systems
*
* TODO Default cartesian
*/
var XY_TO_MARGIN_IDX = [[3, 1], [0, 2]];
var Grid = function() {
	function Grid(gridModel, ecModel, api) {
		this.type = "grid";
		this._coordsMap = {};
		this._coordsList = [];
		this._axesMap = {};
		this._axesList = [];
		this.axisPointerEnabled = true;
		this.dimensions = cartesian2DDimensions;
		this._initCartesian(gridModel, ecModel, api);
		this.model = gridModel;
	}
	Grid.prototype.getRect = function() {
		return this._rect;
	};
	Grid.prototype.update = function(ecModel, api) {
		var axesMap = this._axesMap;
		each$3(this._axesList, function(axis) {
			scaleRawExtentInfoCreate(axis, 1);
			var scale = axis.scale;
			if (isOrdinalScale(scale)) scale.setSortInfo(axis.model.get("categorySortInfo"));
		});
		function updateAxisTicks(axes) {
			var axesIndices = keys(axes);
			var axisNeedsAlign = [];
			for (var i = axesIndices.length - 1; i >= 0; i--) {
				var axis = axes[+axesIndices[i]];
				if (axis.__alignTo) axisNeedsAlign.push(axis);
				else scaleCalcNice(axis);
			}
			each$3(axisNeedsAlign, function(axis) {
				if (incapableOfAlignNeedFallback(axis, axis.__alignTo)) scaleCalcNice(axis);
				else scaleCalcAlign(axis, axis.__alignTo.scale);
			});
		}
		updateAxisTicks(axesMap.x);
		updateAxisTicks(axesMap.y);
		var onZeroRecords = {};
		each$3(axesMap.x, function(xAxis) {
			fixAxisOnZero(axesMap, "y", xAxis, onZeroRecords);
		});
		each$3(axesMap.y, function(yAxis) {
			fixAxisOnZero(axesMap, "x", yAxis, onZeroRecords);
		});
		this.resize(this.model, api);
	};
	/**
	* Resize the grid.
	*
	* [NOTE]
	* If both "grid.containLabel/grid.contain" and pixel-required-data-processing (such as, "dataSampling")
	* exist, circular dependency occurs in logic.
	* The final compromised sequence is:
	*  1. Calculate "axis.extent" (pixel extent) and AffineTransform based on only "grid layout options".
	*      Not accurate if "grid.containLabel/grid.contain" is required, but it is a compromise to avoid
	*      circular dependency.
	*  2. Perform "series data processing" (where "dataSampling" requires "axis.extent").
	*  3. Calculate "scale.extent" (data extent) based on "processed series data".
	*  4. Modify "axis.extent" for "grid.containLabel/grid.contain":
	*      4.1. Calculate "axis labels" based on "scale.extent".
	*      4.2. Modify "axis.extent" by the bounding rects of "axis labels and names".
	*/
	Grid.prototype.resize = function(gridModel, api, beforeDataProcessing) {
		var layoutRef = createBoxLayoutReference(gridModel, api);
		var gridRect = this._rect = getLayoutRect(gridModel.getBoxLayoutParams(), layoutRef.refContainer);
		var axesMap = this._axesMap;
		var coordsList = this._coordsList;
		var optionContainLabel = gridModel.get("containLabel");
		updateAllAxisExtentTransByGridRect(axesMap, gridRect);
		if (!beforeDataProcessing) {
			var axisBuilderSharedCtx = createAxisBiulders(gridRect, coordsList, axesMap, optionContainLabel, api);
			var noPxChange = void 0;
			if (optionContainLabel) {
				if (legacyLayOutGridByContainLabel) {
					legacyLayOutGridByContainLabel(this._axesList, gridRect);
					updateAllAxisExtentTransByGridRect(axesMap, gridRect);
				} else {
					if (process.env.NODE_ENV !== "production") log("Specified `grid.containLabel` but no `use(LegacyGridContainLabel)`;use `grid.outerBounds` instead.", true);
					noPxChange = layOutGridByOuterBounds(gridRect.clone(), "axisLabel", null, gridRect, axesMap, axisBuilderSharedCtx, layoutRef);
				}
			} else {
				var _a = prepareOuterBounds(gridModel, gridRect, layoutRef);
				var outerBoundsRect = _a.outerBoundsRect;
				var parsedOuterBoundsContain = _a.parsedOuterBoundsContain;
				var outerBoundsClamp = _a.outerBoundsClamp;
				if (outerBoundsRect) noPxChange = layOutGridByOuterBounds(outerBoundsRect, parsedOuterBoundsContain, outerBoundsClamp, gridRect, axesMap, axisBuilderSharedCtx, layoutRef);
			}
			createOrUpdateAxesView(gridRect, axesMap, AxisTickLabelComputingKind.determine, null, noPxChange, layoutRef);
			each$3(this._coordsList, function(coord) {
				coord.calcAffineTransform();
			});
		}
	};
	Grid.prototype.getAxis = function(dim, axisIndex) {
		var axesMapOnDim = this._axesMap[dim];
		if (axesMapOnDim != null) return axesMapOnDim[axisIndex || 0];
	};
	Grid.prototype.getAxes = function() {
		return this._axesList.slice();
	};
	Grid.prototype.getCartesian = function(xAxisIndex, yAxisIndex) {
		if (xAxisIndex != null && yAxisIndex != null) {
			var key = "x" + xAxisIndex + "y" + yAxisIndex;
			return this._coordsMap[key];
		}
		if (isObject$2(xAxisIndex)) {
			yAxisIndex = xAxisIndex.yAxisIndex;
			xAxisIndex = xAxisIndex.xAxisIndex;
		}
		for (var i = 0, coordList = this._coordsList; i < coordList.length; i++) if (coordList[i].getAxis("x").index === xAxisIndex || coordList[i].getAxis("y").index === yAxisIndex) return coordList[i];
	};
	Grid.prototype.getCartesians = function() {
		return this._coordsList.slice();
	};
	/**
	* @implements
	*/
	Grid.prototype.convertToPixel = function(ecModel, finder, value) {
		var target = this._findConvertTarget(finder);
		return target.cartesian ? target.cartesian.dataToPoint(value) : target.axis ? target.axis.toGlobalCoord(target.axis.dataToCoord(value)) : null;
	};
	/**
	* @implements
	*/
	Grid.prototype.convertFromPixel = function(ecModel, finder, value) {
		var target = this._findConvertTarget(finder);
		return target.cartesian ? target.cartesian.pointToData(value) : target.axis ? target.axis.coordToData(target.axis.toLocalCoord(value)) : null;
	};
	Grid.prototype._findConvertTarget = function(finder) {
		var seriesModel = finder.seriesModel;
		var xAxisModel = finder.xAxisModel || seriesModel && seriesModel.getReferringComponents("xAxis", SINGLE_REFERRING).models[0];
		var yAxisModel = finder.yAxisModel || seriesModel && seriesModel.getReferringComponents("yAxis", SINGLE_REFERRING).models[0];
		var gridModel = finder.gridModel;
		var coordsList = this._coordsList;
		var cartesian;
		var axis;
		if (seriesModel) {
			cartesian = seriesModel.coordinateSystem;
			indexOf(coordsList, cartesian) < 0 && (cartesian = null);
		} else if (xAxisModel && yAxisModel) cartesian = this.getCartesian(xAxisModel.componentIndex, yAxisModel.componentIndex);
		else if (xAxisModel) axis = this.getAxis("x", xAxisModel.componentIndex);
		else if (yAxisModel) axis = this.getAxis("y", yAxisModel.componentIndex);
		else if (gridModel) {
			if (gridModel.coordinateSystem === this) cartesian = this._coordsList[0];
		}
		return {
			cartesian,
			axis
		};
	};
	/**
	* @implements
	*/
	Grid.prototype.containPoint = function(point) {
		var coord = this._coordsList[0];
		if (coord) return coord.containPoint(point);
	};
	/**
	* Initialize cartesian coordinate systems
	*/
	Grid.prototype._initCartesian = function(gridModel, ecModel, api) {
		var _this = this;
		var grid = this;
		var axisPositionUsed = {
			left: false,
			right: false,
			top: false,
			bottom: false
		};
		var axesMap = {
			x: {},
			y: {}
		};
		var axesCount = {
			x: 0,
			y: 0
		};
		ecModel.eachComponent("xAxis", createAxisCreator("x"), this);
		ecModel.eachComponent("yAxis", createAxisCreator("y"), this);
		if (!axesCount.x || !axesCount.y) {
			this._axesMap = {};
			this._axesList = [];
			return;
		}
		this._axesMap = axesMap;
		each$3(axesMap.x, function(xAxis, xAxisIndex) {
			each$3(axesMap.y, function(yAxis, yAxisIndex) {
				var key = "x" + xAxisIndex + "y" + yAxisIndex;
				var cartesian = new Cartesian2D(key);
				cartesian.master = _this;
				cartesian.model = gridModel;
				_this._coordsMap[key] = cartesian;
				_this._coordsList.push(cartesian);
				cartesian.addAxis(xAxis);
				cartesian.addAxis(yAxis);
			});
		});
		prepareAlignToInCoordSysCreate(axesMap.x);
		prepareAlignToInCoordSysCreate(axesMap.y);
		function createAxisCreator(dimName) {
			return function(axisModel, idx) {
				if (!isAxisUsedInTheGrid(axisModel, gridModel)) return;
				var axisPosition = axisModel.get("position");
				if (dimName === "x") {
					if (axisPosition !== "top" && axisPosition !== "bottom") axisPosition = axisPositionUsed.bottom ? "top" : "bottom";
				} else if (axisPosition !== "left" && axisPosition !== "right") axisPosition = axisPositionUsed.left ? "right" : "left";
				axisPositionUsed[axisPosition] = true;
				var axisType = determineAxisType(axisModel);
				var axis = new Axis2D(dimName, createScaleByModel(axisModel, axisType, true), [0, 0], axisType, axisPosition);
				axis.onBand = isAxisOnBand(axis.scale, axisModel);
				axis.inverse = axisModel.get("inverse");
				axisModel.axis = axis;
				axis.model = axisModel;
				axis.grid = grid;
				axis.index = idx;
				grid._axesList.push(axis);
				axesMap[dimName][idx] = axis;
				axesCount[dimName]++;
			};
		}
	};
	/**
	* @param dim 'x' or 'y' or 'auto' or null/undefined
	*/
	Grid.prototype.getTooltipAxes = function(dim) {
		var baseAxes = [];
		var otherAxes = [];
		each$3(this.getCartesians(), function(cartesian) {
			var baseAxis = dim != null && dim !== "auto" ? cartesian.getAxis(dim) : cartesian.getBaseAxis();
			var otherAxis = cartesian.getOtherAxis(baseAxis);
			indexOf(baseAxes, baseAxis) < 0 && baseAxes.push(baseAxis);
			indexOf(otherAxes, otherAxis) < 0 && otherAxes.push(otherAxis);
		});
		return {
			baseAxes,
			otherAxes
		};
	};
	Grid.create = function(ecModel, api) {
		var grids = [];
		ecModel.eachComponent("grid", function(gridModel, idx) {
			var grid = new Grid(gridModel, ecModel, api);
			grid.name = "grid_" + idx;
			grid.resize(gridModel, api, true);
			gridModel.coordinateSystem = grid;
			grids.push(grid);
			each$3(grid._axesList, function(axis) {
				scaleRawExtentInfoEnableBoxCoordSysUsage(axis, Grid.dimIdxMap);
			});
		});
		ecModel.eachSeries(function(seriesModel) {
			var xAxis;
			var yAxis;
			injectCoordSysByOption({
				targetModel: seriesModel,
				coordSysType: COORD_SYS_TYPE_CARTESIAN_2D,
				coordSysProvider
			});
			function coordSysProvider() {
				var axesModelMap = findAxisModels(seriesModel);
				var xAxisModel = axesModelMap.xAxisModel;
				var yAxisModel = axesModelMap.yAxisModel;
				xAxis = xAxisModel.axis;
				yAxis = yAxisModel.axis;
				var gridModel = xAxisModel.getCoordSysModel();
				if (process.env.NODE_ENV !== "production") {
					if (!gridModel) throw new Error("Grid \"" + retrieve3(xAxisModel.get("gridIndex"), xAxisModel.get("gridId"), 0) + "\" not found");
					if (xAxisModel.getCoordSysModel() !== yAxisModel.getCoordSysModel()) throw new Error("xAxis and yAxis must use the same grid");
				}
				return gridModel.coordinateSystem.getCartesian(xAxisModel.componentIndex, yAxisModel.componentIndex);
			}
			if (xAxis && yAxis) {
				associateSeriesWithAxis(xAxis, seriesModel, COORD_SYS_TYPE_CARTESIAN_2D);
				associateSeriesWithAxis(yAxis, seriesModel, COORD_SYS_TYPE_CARTESIAN_2D);
			}
		}, this);
		return grids;
	};
	Grid.dimensions = cartesian2DDimensions;
	Grid.dimIdxMap = createDimNameMap(cartesian2DDimensions);
	return Grid;
}();
/**
* Check if the axis is used in the specified grid.
*/
function isAxisUsedInTheGrid(axisModel, gridModel) {
	return axisModel.getCoordSysModel() === gridModel;
}
function fixAxisOnZero(axesMap, otherAxisDim, axis, onZeroRecords) {
	axis.getAxesOnZeroOf = function() {
		return otherAxisOnZeroOf ? [otherAxisOnZeroOf] : [];
	};
	var otherAxes = axesMap[otherAxisDim];
	var otherAxisOnZeroOf;
	var axisModel = axis.model;
	var onZero = axisModel.get(["axisLine", "onZero"]);
	var onZeroAxisIndex = axisModel.get(["axisLine", "onZeroAxisIndex"]);
	if (!onZero) return;
	if (onZeroAxisIndex != null) {
		if (canOnZeroToAxis(onZero, otherAxes[onZeroAxisIndex])) otherAxisOnZeroOf = otherAxes[onZeroAxisIndex];
	} else for (var idx in otherAxes) if (hasOwn(otherAxes, idx) && canOnZeroToAxis(onZero, otherAxes[idx]) && !onZeroRecords[getOnZeroRecordKey(otherAxes[idx])]) {
		otherAxisOnZeroOf = otherAxes[idx];
		break;
	}
	if (otherAxisOnZeroOf) onZeroRecords[getOnZeroRecordKey(otherAxisOnZeroOf)] = true;
	function getOnZeroRecordKey(axis) {
		return axis.dim + "_" + axis.index;
	}
}
/**
* CAVEAT: Must not be called before `CoordinateSystem#update` due to `__dontOnMyZero`.
*/
function canOnZeroToAxis(onZeroOption, axis) {
	if (!axis) return false;
	var scale = axis.scale;
	var kindEffective = getScaleValuePositionKind(scale, 0, false);
	var can = axis && axis.type !== "category" && axis.type !== "time" && kindEffective !== 3;
	if (can && onZeroOption === "auto" && isOnAxisZeroDiscouraged(axis)) can = false;
	return can;
}
/**
* [CAVEAT] This method is called before data processing stage.
*  Do not rely on any info that is determined afterward.
*/
function prepareAlignToInCoordSysCreate(axes) {
	var axesIndices = keys(axes);
	var alignTo;
	var axisNeedsAlign = [];
	for (var i = axesIndices.length - 1; i >= 0; i--) {
		var axis = axes[+axesIndices[i]];
		if (isIntervalOrLogScale(axis.scale) && retrieveAxisBreaksOption(axis.model, axis.type, true) == null) {
			if (axis.model.get("alignTicks") && axis.model.get("interval") == null) axisNeedsAlign.push(axis);
			else alignTo = axis;
		}
	}
	if (!alignTo) alignTo = axisNeedsAlign.pop();
	if (alignTo) each$3(axisNeedsAlign, function(axis) {
		axis.__alignTo = alignTo;
	});
}
/**
* This is just a defence code. They are unlikely to be actually `true`,
* since these cases have been addressed in `prepareAlignToInCoordSysCreate`.
*
* Can not be called BEFORE "nice" performed.
*/
function incapableOfAlignNeedFallback(targetAxis, alignTo) {
	return hasBreaks(targetAxis.scale) || hasBreaks(alignTo.scale) || alignTo.scale.getTicks().length < 2;
}
function updateAxisTransform(axis, coordBase) {
	var axisExtent = axis.getExtent();
	var axisExtentSum = axisExtent[0] + axisExtent[1];
	axis.toGlobalCoord = axis.dim === "x" ? function(coord) {
		return coord + coordBase;
	} : function(coord) {
		return axisExtentSum - coord + coordBase;
	};
	axis.toLocalCoord = axis.dim === "x" ? function(coord) {
		return coord - coordBase;
	} : function(coord) {
		return axisExtentSum - coord + coordBase;
	};
}
function updateAllAxisExtentTransByGridRect(axesMap, gridRect) {
	each$3(axesMap.x, function(axis) {
		return updateAxisExtentTransByGridRect(axis, gridRect.x, gridRect.width);
	});
	each$3(axesMap.y, function(axis) {
		return updateAxisExtentTransByGridRect(axis, gridRect.y, gridRect.height);
	});
}
function updateAxisExtentTransByGridRect(axis, gridXY, gridWH) {
	var extent = [0, gridWH];
	var idx = axis.inverse ? 1 : 0;
	axis.setExtent(extent[idx], extent[1 - idx]);
	updateAxisTransform(axis, gridXY);
}
var legacyLayOutGridByContainLabel;
function layOutGridByOuterBounds(outerBoundsRect, outerBoundsContain, outerBoundsClamp, gridRect, axesMap, axisBuilderSharedCtx, layoutRef) {
	if (process.env.NODE_ENV !== "production") assert(outerBoundsContain === "all" || outerBoundsContain === "axisLabel");
	createOrUpdateAxesView(gridRect, axesMap, AxisTickLabelComputingKind.estimate, outerBoundsContain, false, layoutRef);
	var margin = [
		0,
		0,
		0,
		0
	];
	fillLabelNameOverflowOnOneDimension(0);
	fillLabelNameOverflowOnOneDimension(1);
	fillMarginOnOneDimension(gridRect, 0, NaN);
	fillMarginOnOneDimension(gridRect, 1, NaN);
	var noPxChange = find(margin, function(item) {
		return item > 0;
	}) == null;
	expandOrShrinkRect(gridRect, margin, true, true, outerBoundsClamp);
	updateAllAxisExtentTransByGridRect(axesMap, gridRect);
	return noPxChange;
	function fillLabelNameOverflowOnOneDimension(xyIdx) {
		each$3(axesMap[XY[xyIdx]], function(axis) {
			if (!shouldAxisShow(axis.model)) return;
			var sharedRecord = axisBuilderSharedCtx.ensureRecord(axis.model);
			var labelInfoList = sharedRecord.labelInfoList;
			if (labelInfoList) for (var idx = 0; idx < labelInfoList.length; idx++) {
				var labelInfo = labelInfoList[idx];
				var proportion = axis.scale.normalize(getTickValueOutermost(axis.scale, getLabelInner(labelInfo.label).labelInfo.tick));
				proportion = xyIdx === 1 ? 1 - proportion : proportion;
				fillMarginOnOneDimension(labelInfo.rect, xyIdx, proportion);
				fillMarginOnOneDimension(labelInfo.rect, 1 - xyIdx, NaN);
			}
			var nameLayout = sharedRecord.nameLayout;
			if (nameLayout) {
				var proportion = isNameLocationCenter(sharedRecord.nameLocation) ? .5 : NaN;
				fillMarginOnOneDimension(nameLayout.rect, xyIdx, proportion);
				fillMarginOnOneDimension(nameLayout.rect, 1 - xyIdx, NaN);
			}
		});
	}
	function fillMarginOnOneDimension(itemRect, xyIdx, proportion) {
		var overflow1 = outerBoundsRect[XY[xyIdx]] - itemRect[XY[xyIdx]];
		var overflow2 = itemRect[WH[xyIdx]] + itemRect[XY[xyIdx]] - (outerBoundsRect[WH[xyIdx]] + outerBoundsRect[XY[xyIdx]]);
		overflow1 = applyProportion(overflow1, 1 - proportion);
		overflow2 = applyProportion(overflow2, proportion);
		var minIdx = XY_TO_MARGIN_IDX[xyIdx][0];
		var maxIdx = XY_TO_MARGIN_IDX[xyIdx][1];
		margin[minIdx] = mathMax$1(margin[minIdx], overflow1);
		margin[maxIdx] = mathMax$1(margin[maxIdx], overflow2);
	}
	function applyProportion(overflow, proportion) {
		if (overflow > 0 && !eqNaN(proportion) && proportion > 1e-4) overflow /= proportion;
		return overflow;
	}
}
function createAxisBiulders(gridRect, cartesians, axesMap, optionContainLabel, api) {
	var axisBuilderSharedCtx = new AxisBuilderSharedContext(resolveAxisNameOverlapForGrid);
	each$3(axesMap, function(axisList) {
		return each$3(axisList, function(axis) {
			if (shouldAxisShow(axis.model)) {
				var defaultNameMoveOverlap = !optionContainLabel;
				axis.axisBuilder = createCartesianAxisViewCommonPartBuilder(gridRect, cartesians, axis.model, api, axisBuilderSharedCtx, defaultNameMoveOverlap);
			}
		});
	});
	return axisBuilderSharedCtx;
}
/**
* Promote the axis-elements-building from "view render" stage to "coordinate system resize" stage.
* This is aimed to resovle overlap across multiple axes, since currently it's hard to reconcile
* multiple axes in "view render" stage.
*
* [CAUTION] But this promotion assumes that the subsequent "visual mapping" stage does not affect
* this axis-elements-building; otherwise we have to refactor it again.
*/
function createOrUpdateAxesView(gridRect, axesMap, kind, outerBoundsContain, noPxChange, layoutRef) {
	var isDetermine = kind === AxisTickLabelComputingKind.determine;
	each$3(axesMap, function(axisList) {
		return each$3(axisList, function(axis) {
			if (shouldAxisShow(axis.model)) {
				updateCartesianAxisViewCommonPartBuilder(axis.axisBuilder, gridRect, axis.model);
				axis.axisBuilder.build(isDetermine ? { axisTickLabelDetermine: true } : { axisTickLabelEstimate: true }, { noPxChange });
			}
		});
	});
	var nameMarginLevelMap = {
		x: 0,
		y: 0
	};
	calcNameMarginLevel(0);
	calcNameMarginLevel(1);
	function calcNameMarginLevel(xyIdx) {
		nameMarginLevelMap[XY[1 - xyIdx]] = gridRect[WH[xyIdx]] <= layoutRef.refContainer[WH[xyIdx]] * .5 ? 0 : 1 - xyIdx === 1 ? 2 : 1;
	}
	each$3(axesMap, function(axisList, xy) {
		return each$3(axisList, function(axis) {
			if (shouldAxisShow(axis.model)) {
				if (outerBoundsContain === "all" || isDetermine) axis.axisBuilder.build({ axisName: true }, { nameMarginLevel: nameMarginLevelMap[xy] });
				if (isDetermine) axis.axisBuilder.build({ axisLine: true });
			}
		});
	});
}
function prepareOuterBounds(gridModel, rawGridRect, layoutRef) {
	var outerBoundsRect;
	var optionOuterBoundsMode = gridModel.get("outerBoundsMode", true);
	if (optionOuterBoundsMode === "same") outerBoundsRect = rawGridRect.clone();
	else if (optionOuterBoundsMode == null || optionOuterBoundsMode === "auto") outerBoundsRect = getLayoutRect(gridModel.get("outerBounds", true) || OUTER_BOUNDS_DEFAULT, layoutRef.refContainer);
	else if (optionOuterBoundsMode !== "none") {
		if (process.env.NODE_ENV !== "production") error("Invalid grid[" + gridModel.componentIndex + "].outerBoundsMode.");
	}
	var optionOuterBoundsContain = gridModel.get("outerBoundsContain", true);
	var parsedOuterBoundsContain;
	if (optionOuterBoundsContain == null || optionOuterBoundsContain === "auto") parsedOuterBoundsContain = "all";
	else if (indexOf(["all", "axisLabel"], optionOuterBoundsContain) < 0) {
		if (process.env.NODE_ENV !== "production") error("Invalid grid[" + gridModel.componentIndex + "].outerBoundsContain.");
		parsedOuterBoundsContain = "all";
	} else parsedOuterBoundsContain = optionOuterBoundsContain;
	var outerBoundsClamp = [parsePositionSizeOption(retrieve2(gridModel.get("outerBoundsClampWidth", true), OUTER_BOUNDS_CLAMP_DEFAULT[0]), rawGridRect.width), parsePositionSizeOption(retrieve2(gridModel.get("outerBoundsClampHeight", true), OUTER_BOUNDS_CLAMP_DEFAULT[1]), rawGridRect.height)];
	return {
		outerBoundsRect,
		parsedOuterBoundsContain,
		outerBoundsClamp
	};
}
var resolveAxisNameOverlapForGrid = function(cfg, ctx, axisModel, nameLayoutInfo, nameMoveDirVec, thisRecord) {
	var perpendicularDim = axisModel.axis.dim === "x" ? "y" : "x";
	resolveAxisNameOverlapDefault(cfg, ctx, axisModel, nameLayoutInfo, nameMoveDirVec, thisRecord);
	if (!isNameLocationCenter(cfg.nameLocation)) each$3(ctx.recordMap[perpendicularDim], function(perpenRecord) {
		if (perpenRecord && perpenRecord.labelInfoList && perpenRecord.dirVec) moveIfOverlapByLinearLabels(perpenRecord.labelInfoList, perpenRecord.dirVec, nameLayoutInfo, nameMoveDirVec);
	});
};

// node_modules/echarts/lib/component/axisPointer/modelHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function collect(ecModel, api) {
	var result = {
		/**
		* key: makeKey(axis.model)
		* value: {
		*      axis,
		*      coordSys,
		*      axisPointerModel,
		*      triggerTooltip,
		*      triggerEmphasis,
		*      involveSeries,
		*      snap,
		*      seriesModels,
		*      seriesDataCount
		* }
		*/
		axesInfo: {},
		seriesInvolved: false,
		/**
		* key: makeKey(coordSys.model)
		* value: Object: key makeKey(axis.model), value: axisInfo
		*/
		coordSysAxesInfo: {},
		coordSysMap: {}
	};
	collectAxesInfo(result, ecModel, api);
	result.seriesInvolved && collectSeriesInfo(result, ecModel);
	return result;
}
function collectAxesInfo(result, ecModel, api) {
	var globalTooltipModel = ecModel.getComponent("tooltip");
	var globalAxisPointerModel = ecModel.getComponent("axisPointer");
	var linksOption = globalAxisPointerModel.get("link", true) || [];
	var linkGroups = [];
	each$3(api.getCoordinateSystems(), function(coordSys) {
		if (!coordSys.axisPointerEnabled) return;
		var coordSysKey = makeKey(coordSys.model);
		var axesInfoInCoordSys = result.coordSysAxesInfo[coordSysKey] = {};
		result.coordSysMap[coordSysKey] = coordSys;
		var baseTooltipModel = coordSys.model.getModel("tooltip", globalTooltipModel);
		each$3(coordSys.getAxes(), curry(saveTooltipAxisInfo, false, null));
		if (coordSys.getTooltipAxes && globalTooltipModel && baseTooltipModel.get("show")) {
			var triggerAxis = baseTooltipModel.get("trigger") === "axis";
			var cross = baseTooltipModel.get(["axisPointer", "type"]) === "cross";
			var tooltipAxes = coordSys.getTooltipAxes(baseTooltipModel.get(["axisPointer", "axis"]));
			if (triggerAxis || cross) each$3(tooltipAxes.baseAxes, curry(saveTooltipAxisInfo, cross ? "cross" : true, triggerAxis));
			if (cross) each$3(tooltipAxes.otherAxes, curry(saveTooltipAxisInfo, "cross", false));
		}
		function saveTooltipAxisInfo(fromTooltip, triggerTooltip, axis) {
			var axisPointerModel = axis.model.getModel("axisPointer", globalAxisPointerModel);
			var axisPointerShow = axisPointerModel.get("show");
			if (!axisPointerShow || axisPointerShow === "auto" && !fromTooltip && !isHandleTrigger(axisPointerModel)) return;
			if (triggerTooltip == null) triggerTooltip = axisPointerModel.get("triggerTooltip");
			axisPointerModel = fromTooltip ? makeAxisPointerModel(axis, baseTooltipModel, globalAxisPointerModel, ecModel, fromTooltip, triggerTooltip) : axisPointerModel;
			var snap = axisPointerModel.get("snap");
			var triggerEmphasis = axisPointerModel.get("triggerEmphasis");
			var axisKey = makeKey(axis.model);
			var involveSeries = triggerTooltip || snap || axis.type === "category";
			var axisInfo = result.axesInfo[axisKey] = {
				key: axisKey,
				axis,
				coordSys,
				axisPointerModel,
				triggerTooltip,
				triggerEmphasis,
				involveSeries,
				snap,
				useHandle: isHandleTrigger(axisPointerModel),
				seriesModels: [],
				linkGroup: null
			};
			axesInfoInCoordSys[axisKey] = axisInfo;
			result.seriesInvolved = result.seriesInvolved || involveSeries;
			var groupIndex = getLinkGroupIndex(linksOption, axis);
			if (groupIndex != null) {
				var linkGroup = linkGroups[groupIndex] || (linkGroups[groupIndex] = { axesInfo: {} });
				linkGroup.axesInfo[axisKey] = axisInfo;
				linkGroup.mapper = linksOption[groupIndex].mapper;
				axisInfo.linkGroup = linkGroup;
			}
		}
	});
}
function makeAxisPointerModel(axis, baseTooltipModel, globalAxisPointerModel, ecModel, fromTooltip, triggerTooltip) {
	var tooltipAxisPointerModel = baseTooltipModel.getModel("axisPointer");
	var fields = [
		"type",
		"snap",
		"lineStyle",
		"shadowStyle",
		"label",
		"animation",
		"animationDurationUpdate",
		"animationEasingUpdate",
		"z"
	];
	var volatileOption = {};
	each$3(fields, function(field) {
		volatileOption[field] = clone$1(tooltipAxisPointerModel.get(field));
	});
	volatileOption.snap = axis.type !== "category" && !!triggerTooltip;
	if (tooltipAxisPointerModel.get("type") === "cross") volatileOption.type = "line";
	var labelOption = volatileOption.label || (volatileOption.label = {});
	labelOption.show ??= false;
	if (fromTooltip === "cross") {
		var tooltipAxisPointerLabelShow = tooltipAxisPointerModel.get(["label", "show"]);
		labelOption.show = tooltipAxisPointerLabelShow != null ? tooltipAxisPointerLabelShow : true;
		if (!triggerTooltip) {
			var crossStyle = volatileOption.lineStyle = tooltipAxisPointerModel.get("crossStyle");
			crossStyle && defaults(labelOption, crossStyle.textStyle);
		}
	}
	return axis.model.getModel("axisPointer", new Model(volatileOption, globalAxisPointerModel, ecModel));
}
function collectSeriesInfo(result, ecModel) {
	ecModel.eachSeries(function(seriesModel) {
		var coordSys = seriesModel.coordinateSystem;
		var seriesTooltipTrigger = seriesModel.get(["tooltip", "trigger"], true);
		var seriesTooltipShow = seriesModel.get(["tooltip", "show"], true);
		if (!coordSys || !coordSys.model || seriesTooltipTrigger === "none" || seriesTooltipTrigger === false || seriesTooltipTrigger === "item" || seriesTooltipShow === false || seriesModel.get(["axisPointer", "show"], true) === false) return;
		each$3(result.coordSysAxesInfo[makeKey(coordSys.model)], function(axisInfo) {
			var axis = axisInfo.axis;
			if (coordSys.getAxis(axis.dim) === axis) {
				axisInfo.seriesModels.push(seriesModel);
				axisInfo.seriesDataCount ??= 0;
				axisInfo.seriesDataCount += seriesModel.getData().count();
			}
		});
	});
}
/**
* For example:
* {
*     axisPointer: {
*         links: [{
*             xAxisIndex: [2, 4],
*             yAxisIndex: 'all'
*         }, {
*             xAxisId: ['a5', 'a7'],
*             xAxisName: 'xxx'
*         }]
*     }
* }
*/
function getLinkGroupIndex(linksOption, axis) {
	var axisModel = axis.model;
	var dim = axis.dim;
	for (var i = 0; i < linksOption.length; i++) {
		var linkOption = linksOption[i] || {};
		if (checkPropInLink(linkOption[dim + "AxisId"], axisModel.id) || checkPropInLink(linkOption[dim + "AxisIndex"], axisModel.componentIndex) || checkPropInLink(linkOption[dim + "AxisName"], axisModel.name)) return i;
	}
}
function checkPropInLink(linkPropValue, axisPropValue) {
	return linkPropValue === "all" || isArray(linkPropValue) && indexOf(linkPropValue, axisPropValue) >= 0 || linkPropValue === axisPropValue;
}
function fixValue(axisModel) {
	var axisInfo = getAxisInfo$1(axisModel);
	if (!axisInfo) return;
	var axisPointerModel = axisInfo.axisPointerModel;
	var scale = axisInfo.axis.scale;
	var option = axisPointerModel.option;
	var status = axisPointerModel.get("status");
	var value = axisPointerModel.get("value");
	if (value != null) value = scale.parse(value);
	var useHandle = isHandleTrigger(axisPointerModel);
	if (status == null) option.status = useHandle ? "show" : "hide";
	var extent = scale.getExtent();
	if (value == null || value > extent[1]) value = extent[1];
	if (value < extent[0]) value = extent[0];
	option.value = value;
	if (useHandle) option.status = axisInfo.axis.scale.isBlank() ? "hide" : "show";
}
function getAxisInfo$1(axisModel) {
	var coordSysAxesInfo = (axisModel.ecModel.getComponent("axisPointer") || {}).coordSysAxesInfo;
	return coordSysAxesInfo && coordSysAxesInfo.axesInfo[makeKey(axisModel)];
}
__name(getAxisInfo$1, "getAxisInfo");
function getAxisPointerModel(axisModel) {
	var axisInfo = getAxisInfo$1(axisModel);
	return axisInfo && axisInfo.axisPointerModel;
}
function isHandleTrigger(axisPointerModel) {
	return !!axisPointerModel.get(["handle", "show"]);
}
/**
* @param {module:echarts/model/Model} model
* @return {string} unique key
*/
function makeKey(model) {
	return model.type + "||" + model.id;
}

// node_modules/echarts/lib/component/axis/AxisView.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var axisPointerClazz = {};
/**
* Base class of AxisView.
*/
var AxisView = function(_super) {
	__extends(AxisView, _super);
	function AxisView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = AxisView.type;
		return _this;
	}
	/**
	* @override
	*/
	AxisView.prototype.render = function(axisModel, ecModel, api, payload) {
		this.axisPointerClass && fixValue(axisModel);
		_super.prototype.render.apply(this, arguments);
		this._doUpdateAxisPointerClass(axisModel, api, true);
	};
	/**
	* Action handler.
	*/
	AxisView.prototype.updateAxisPointer = function(axisModel, ecModel, api, payload) {
		this._doUpdateAxisPointerClass(axisModel, api, false);
	};
	/**
	* @override
	*/
	AxisView.prototype.remove = function(ecModel, api) {
		var axisPointer = this._axisPointer;
		axisPointer && axisPointer.remove(api);
	};
	/**
	* @override
	*/
	AxisView.prototype.dispose = function(ecModel, api) {
		this._disposeAxisPointer(api);
		_super.prototype.dispose.apply(this, arguments);
	};
	AxisView.prototype._doUpdateAxisPointerClass = function(axisModel, api, forceRender) {
		var Clazz = AxisView.getAxisPointerClass(this.axisPointerClass);
		if (!Clazz) return;
		var axisPointerModel = getAxisPointerModel(axisModel);
		axisPointerModel ? (this._axisPointer || (this._axisPointer = new Clazz())).render(axisModel, axisPointerModel, api, forceRender) : this._disposeAxisPointer(api);
	};
	AxisView.prototype._disposeAxisPointer = function(api) {
		this._axisPointer && this._axisPointer.dispose(api);
		this._axisPointer = null;
	};
	AxisView.registerAxisPointerClass = function(type, clazz) {
		if (process.env.NODE_ENV !== "production") {
			if (axisPointerClazz[type]) throw new Error("axisPointer " + type + " exists");
		}
		axisPointerClazz[type] = clazz;
	};
	AxisView.getAxisPointerClass = function(type) {
		return type && axisPointerClazz[type];
	};
	AxisView.type = "axis";
	return AxisView;
}(ComponentView);

// node_modules/echarts/lib/component/axis/axisSplitHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$7 = makeInner();
function rectCoordAxisBuildSplitArea(axisView, axisGroup, axisModel, gridModel) {
	var axis = axisModel.axis;
	if (axis.scale.isBlank()) return;
	var splitAreaModel = axisModel.getModel("splitArea");
	var areaStyleModel = splitAreaModel.getModel("areaStyle");
	var areaColors = areaStyleModel.get("color");
	var gridRect = gridModel.coordinateSystem.getRect();
	var ticksCoords = axis.getTicksCoords({
		tickModel: splitAreaModel,
		breakTicks: "none",
		pruneByBreak: "preserve_extent_bound"
	});
	if (!ticksCoords.length) return;
	var areaColorsLen = areaColors.length;
	var lastSplitAreaColors = inner$7(axisView).splitAreaColors;
	var newSplitAreaColors = createHashMap();
	var colorIndex = 0;
	if (lastSplitAreaColors) for (var i = 0; i < ticksCoords.length; i++) {
		var cIndex = lastSplitAreaColors.get(ticksCoords[i].tickValue);
		if (cIndex != null) {
			colorIndex = (cIndex + (areaColorsLen - 1) * i) % areaColorsLen;
			break;
		}
	}
	var prev = axis.toGlobalCoord(ticksCoords[0].coord);
	var areaStyle = areaStyleModel.getAreaStyle();
	areaColors = isArray(areaColors) ? areaColors : [areaColors];
	for (var i = 1; i < ticksCoords.length; i++) {
		var tickCoord = axis.toGlobalCoord(ticksCoords[i].coord);
		var x = void 0;
		var y = void 0;
		var width = void 0;
		var height = void 0;
		if (axis.isHorizontal()) {
			x = prev;
			y = gridRect.y;
			width = tickCoord - x;
			height = gridRect.height;
			prev = x + width;
		} else {
			x = gridRect.x;
			y = prev;
			width = gridRect.width;
			height = tickCoord - y;
			prev = y + height;
		}
		var tickValue = ticksCoords[i - 1].tickValue;
		tickValue != null && newSplitAreaColors.set(tickValue, colorIndex);
		axisGroup.add(new Rect({
			anid: tickValue != null ? "area_" + tickValue : null,
			shape: {
				x,
				y,
				width,
				height
			},
			style: defaults({ fill: areaColors[colorIndex] }, areaStyle),
			autoBatch: true,
			silent: true
		}));
		colorIndex = (colorIndex + 1) % areaColorsLen;
	}
	inner$7(axisView).splitAreaColors = newSplitAreaColors;
}
function rectCoordAxisHandleRemove(axisView) {
	inner$7(axisView).splitAreaColors = null;
}

// node_modules/echarts/lib/component/axis/CartesianAxisView.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var selfBuilderAttrs = [
	"splitArea",
	"splitLine",
	"minorSplitLine",
	"breakArea"
];
var CartesianAxisView = function(_super) {
	__extends(CartesianAxisView, _super);
	function CartesianAxisView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = CartesianAxisView.type;
		_this.axisPointerClass = "CartesianAxisPointer";
		return _this;
	}
	/**
	* @override
	*/
	CartesianAxisView.prototype.render = function(axisModel, ecModel, api, payload) {
		this.group.removeAll();
		var oldAxisGroup = this._axisGroup;
		this._axisGroup = new Group();
		this.group.add(this._axisGroup);
		if (!shouldAxisShow(axisModel)) return;
		this._axisGroup.add(axisModel.axis.axisBuilder.group);
		each$3(selfBuilderAttrs, function(name) {
			if (axisModel.get([name, "show"])) axisElementBuilders[name](this, this._axisGroup, axisModel, axisModel.getCoordSysModel(), api);
		}, this);
		if (!(payload && payload.type === "changeAxisOrder" && payload.isInitSort)) groupTransition(oldAxisGroup, this._axisGroup, axisModel);
		_super.prototype.render.call(this, axisModel, ecModel, api, payload);
	};
	CartesianAxisView.prototype.remove = function() {
		rectCoordAxisHandleRemove(this);
	};
	CartesianAxisView.type = "cartesianAxis";
	return CartesianAxisView;
}(AxisView);
var axisElementBuilders = {
	splitLine: function(axisView, axisGroup, axisModel, gridModel, api) {
		var axis = axisModel.axis;
		if (axis.scale.isBlank()) return;
		var splitLineModel = axisModel.getModel("splitLine");
		var lineStyleModel = splitLineModel.getModel("lineStyle");
		var lineColors = lineStyleModel.get("color");
		var showMinLine = splitLineModel.get("showMinLine") !== false;
		var showMaxLine = splitLineModel.get("showMaxLine") !== false;
		lineColors = isArray(lineColors) ? lineColors : [lineColors];
		var gridRect = gridModel.coordinateSystem.getRect();
		var isHorizontal = axis.isHorizontal();
		var lineCount = 0;
		var ticksCoords = axis.getTicksCoords({
			tickModel: splitLineModel,
			breakTicks: "none",
			pruneByBreak: "preserve_extent_bound"
		});
		var p1 = [];
		var p2 = [];
		var lineStyle = lineStyleModel.getLineStyle();
		for (var i = 0; i < ticksCoords.length; i++) {
			var tickCoord = axis.toGlobalCoord(ticksCoords[i].coord);
			if (i === 0 && !showMinLine || i === ticksCoords.length - 1 && !showMaxLine) continue;
			var tickValue = ticksCoords[i].tickValue;
			if (isHorizontal) {
				p1[0] = tickCoord;
				p1[1] = gridRect.y;
				p2[0] = tickCoord;
				p2[1] = gridRect.y + gridRect.height;
			} else {
				p1[0] = gridRect.x;
				p1[1] = tickCoord;
				p2[0] = gridRect.x + gridRect.width;
				p2[1] = tickCoord;
			}
			var colorIndex = lineCount++ % lineColors.length;
			var line = new Line$1({
				anid: tickValue != null ? "line_" + tickValue : null,
				autoBatch: true,
				shape: {
					x1: p1[0],
					y1: p1[1],
					x2: p2[0],
					y2: p2[1]
				},
				style: defaults({ stroke: lineColors[colorIndex] }, lineStyle),
				silent: true
			});
			subPixelOptimizeLine(line.shape, lineStyle.lineWidth);
			axisGroup.add(line);
		}
	},
	minorSplitLine: function(axisView, axisGroup, axisModel, gridModel, api) {
		var axis = axisModel.axis;
		var lineStyleModel = axisModel.getModel("minorSplitLine").getModel("lineStyle");
		var gridRect = gridModel.coordinateSystem.getRect();
		var isHorizontal = axis.isHorizontal();
		var minorTicksCoords = axis.getMinorTicksCoords();
		if (!minorTicksCoords.length) return;
		var p1 = [];
		var p2 = [];
		var lineStyle = lineStyleModel.getLineStyle();
		for (var i = 0; i < minorTicksCoords.length; i++) for (var k = 0; k < minorTicksCoords[i].length; k++) {
			var tickCoord = axis.toGlobalCoord(minorTicksCoords[i][k].coord);
			if (isHorizontal) {
				p1[0] = tickCoord;
				p1[1] = gridRect.y;
				p2[0] = tickCoord;
				p2[1] = gridRect.y + gridRect.height;
			} else {
				p1[0] = gridRect.x;
				p1[1] = tickCoord;
				p2[0] = gridRect.x + gridRect.width;
				p2[1] = tickCoord;
			}
			var line = new Line$1({
				anid: "minor_line_" + minorTicksCoords[i][k].tickValue,
				autoBatch: true,
				shape: {
					x1: p1[0],
					y1: p1[1],
					x2: p2[0],
					y2: p2[1]
				},
				style: lineStyle,
				silent: true
			});
			subPixelOptimizeLine(line.shape, lineStyle.lineWidth);
			axisGroup.add(line);
		}
	},
	splitArea: function(axisView, axisGroup, axisModel, gridModel, api) {
		rectCoordAxisBuildSplitArea(axisView, axisGroup, axisModel, gridModel);
	},
	breakArea: function(axisView, axisGroup, axisModel, gridModel, api) {
		var axisBreakHelper = getAxisBreakHelper();
		var scale = axisModel.axis.scale;
		if (axisBreakHelper && scale.type !== "ordinal") axisBreakHelper.rectCoordBuildBreakAxis(axisGroup, axisView, axisModel, gridModel.coordinateSystem.getRect(), api);
	}
};
var CartesianXAxisView = function(_super) {
	__extends(CartesianXAxisView, _super);
	function CartesianXAxisView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = CartesianXAxisView.type;
		return _this;
	}
	CartesianXAxisView.type = "xAxis";
	return CartesianXAxisView;
}(CartesianAxisView);
var CartesianYAxisView = function(_super) {
	__extends(CartesianYAxisView, _super);
	function CartesianYAxisView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = CartesianXAxisView.type;
		return _this;
	}
	CartesianYAxisView.type = "yAxis";
	return CartesianYAxisView;
}(CartesianAxisView);

// node_modules/echarts/lib/component/grid/installSimple.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var GridView = function(_super) {
	__extends(GridView, _super);
	function GridView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = "grid";
		return _this;
	}
	GridView.prototype.render = function(gridModel, ecModel) {
		this.group.removeAll();
		if (gridModel.get("show")) this.group.add(new Rect({
			shape: gridModel.coordinateSystem.getRect(),
			style: defaults({ fill: gridModel.get("backgroundColor") }, gridModel.getItemStyle()),
			silent: true,
			z2: -1
		}));
	};
	GridView.type = "grid";
	return GridView;
}(ComponentView);
var extraOption = { offset: 0 };
function install$5(registers) {
	registers.registerComponentView(GridView);
	registers.registerComponentModel(GridModel);
	registers.registerCoordinateSystem("cartesian2d", Grid);
	axisModelCreator(registers, "x", CartesianAxisModel, extraOption);
	axisModelCreator(registers, "y", CartesianAxisModel, extraOption);
	registers.registerComponentView(CartesianXAxisView);
	registers.registerComponentView(CartesianYAxisView);
	registers.registerPreprocessor(function(option) {
		if (option.xAxis && option.yAxis && !option.grid) option.grid = {};
	});
}
__name(install$5, "install");

// node_modules/echarts/lib/chart/helper/LinePath.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* Line path for bezier and straight line draw
*/
var straightLineProto = Line$1.prototype;
var bezierCurveProto = BezierCurve.prototype;
var StraightLineShape = function() {
	function StraightLineShape() {
		this.x1 = 0;
		this.y1 = 0;
		this.x2 = 0;
		this.y2 = 0;
		this.percent = 1;
	}
	return StraightLineShape;
}();
/** @class */ (function(_super) {
	__extends(CurveShape, _super);
	function CurveShape() {
		return _super !== null && _super.apply(this, arguments) || this;
	}
	return CurveShape;
})(StraightLineShape);
function isStraightLine(shape) {
	return isNaN(+shape.cpx1) || isNaN(+shape.cpy1);
}
var ECLinePath = function(_super) {
	__extends(ECLinePath, _super);
	function ECLinePath(opts) {
		var _this = _super.call(this, opts) || this;
		_this.type = "ec-line";
		return _this;
	}
	ECLinePath.prototype.getDefaultStyle = function() {
		return {
			stroke: tokens.color.neutral99,
			fill: null
		};
	};
	ECLinePath.prototype.getDefaultShape = function() {
		return new StraightLineShape();
	};
	ECLinePath.prototype.buildPath = function(ctx, shape) {
		if (isStraightLine(shape)) straightLineProto.buildPath.call(this, ctx, shape);
		else bezierCurveProto.buildPath.call(this, ctx, shape);
	};
	ECLinePath.prototype.pointAt = function(t) {
		if (isStraightLine(this.shape)) return straightLineProto.pointAt.call(this, t);
		else return bezierCurveProto.pointAt.call(this, t);
	};
	ECLinePath.prototype.tangentAt = function(t) {
		var shape = this.shape;
		var p = isStraightLine(shape) ? [shape.x2 - shape.x1, shape.y2 - shape.y1] : bezierCurveProto.tangentAt.call(this, t);
		return normalize(p, p);
	};
	return ECLinePath;
}(Path);

// node_modules/echarts/lib/chart/helper/Line.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var SYMBOL_CATEGORIES = ["fromSymbol", "toSymbol"];
function makeSymbolTypeKey(symbolCategory) {
	return "_" + symbolCategory + "Type";
}
function makeSymbolTypeValue(name, lineData, idx) {
	var symbolType = lineData.getItemVisual(idx, name);
	if (!symbolType || symbolType === "none") return symbolType;
	var symbolSize = lineData.getItemVisual(idx, name + "Size");
	var symbolRotate = lineData.getItemVisual(idx, name + "Rotate");
	var symbolOffset = lineData.getItemVisual(idx, name + "Offset");
	var symbolKeepAspect = lineData.getItemVisual(idx, name + "KeepAspect");
	var symbolSizeArr = normalizeSymbolSize(symbolSize);
	var symbolOffsetArr = normalizeSymbolOffset(symbolOffset || 0, symbolSizeArr);
	return symbolType + symbolSizeArr + symbolOffsetArr + (symbolRotate || "") + (symbolKeepAspect || "");
}
/**
* @inner
*/
function createSymbol(name, lineData, idx) {
	var symbolType = lineData.getItemVisual(idx, name);
	if (!symbolType || symbolType === "none") return;
	var symbolSize = lineData.getItemVisual(idx, name + "Size");
	var symbolRotate = lineData.getItemVisual(idx, name + "Rotate");
	var symbolOffset = lineData.getItemVisual(idx, name + "Offset");
	var symbolKeepAspect = lineData.getItemVisual(idx, name + "KeepAspect");
	var symbolSizeArr = normalizeSymbolSize(symbolSize);
	var symbolOffsetArr = normalizeSymbolOffset(symbolOffset || 0, symbolSizeArr);
	var symbolPath = createSymbol$1(symbolType, -symbolSizeArr[0] / 2 + symbolOffsetArr[0], -symbolSizeArr[1] / 2 + symbolOffsetArr[1], symbolSizeArr[0], symbolSizeArr[1], null, symbolKeepAspect);
	symbolPath.__specifiedRotation = symbolRotate == null || isNaN(symbolRotate) ? void 0 : +symbolRotate * Math.PI / 180 || 0;
	symbolPath.name = name;
	return symbolPath;
}
function createLine(points) {
	var line = new ECLinePath({
		name: "line",
		subPixelOptimize: true
	});
	setLinePoints(line.shape, points);
	return line;
}
function setLinePoints(targetShape, points) {
	targetShape.x1 = points[0][0];
	targetShape.y1 = points[0][1];
	targetShape.x2 = points[1][0];
	targetShape.y2 = points[1][1];
	targetShape.percent = 1;
	var cp1 = points[2];
	if (cp1) {
		targetShape.cpx1 = cp1[0];
		targetShape.cpy1 = cp1[1];
	} else {
		targetShape.cpx1 = NaN;
		targetShape.cpy1 = NaN;
	}
}
var Line = function(_super) {
	__extends(Line, _super);
	function Line(lineData, idx, seriesScope) {
		var _this = _super.call(this) || this;
		_this._createLine(lineData, idx, seriesScope);
		return _this;
	}
	Line.prototype._createLine = function(lineData, idx, seriesScope) {
		var seriesModel = lineData.hostModel;
		var linePoints = lineData.getItemLayout(idx);
		var z2 = lineData.getItemVisual(idx, "z2");
		var line = createLine(linePoints);
		line.shape.percent = 0;
		initProps(line, {
			z2: retrieve2(z2, 0),
			shape: { percent: 1 }
		}, seriesModel, idx);
		this.add(line);
		each$3(SYMBOL_CATEGORIES, function(symbolCategory) {
			var symbol = createSymbol(symbolCategory, lineData, idx);
			this.add(symbol);
			this[makeSymbolTypeKey(symbolCategory)] = makeSymbolTypeValue(symbolCategory, lineData, idx);
		}, this);
		this._updateCommonStl(lineData, idx, seriesScope);
	};
	Line.prototype.updateData = function(lineData, idx, seriesScope) {
		var seriesModel = lineData.hostModel;
		var line = this.childOfName("line");
		var linePoints = lineData.getItemLayout(idx);
		var target = { shape: {} };
		setLinePoints(target.shape, linePoints);
		updateProps$1(line, target, seriesModel, idx);
		each$3(SYMBOL_CATEGORIES, function(symbolCategory) {
			var symbolType = makeSymbolTypeValue(symbolCategory, lineData, idx);
			var key = makeSymbolTypeKey(symbolCategory);
			if (this[key] !== symbolType) {
				this.remove(this.childOfName(symbolCategory));
				var symbol = createSymbol(symbolCategory, lineData, idx);
				this.add(symbol);
			}
			this[key] = symbolType;
		}, this);
		this._updateCommonStl(lineData, idx, seriesScope);
	};
	Line.prototype.getLinePath = function() {
		return this.childAt(0);
	};
	Line.prototype._updateCommonStl = function(lineData, idx, seriesScope) {
		var seriesModel = lineData.hostModel;
		var line = this.childOfName("line");
		var emphasisLineStyle = seriesScope && seriesScope.emphasisLineStyle;
		var blurLineStyle = seriesScope && seriesScope.blurLineStyle;
		var selectLineStyle = seriesScope && seriesScope.selectLineStyle;
		var labelStatesModels = seriesScope && seriesScope.labelStatesModels;
		var emphasisDisabled = seriesScope && seriesScope.emphasisDisabled;
		var focus = seriesScope && seriesScope.focus;
		var blurScope = seriesScope && seriesScope.blurScope;
		if (!seriesScope || lineData.hasItemOption) {
			var itemModel = lineData.getItemModel(idx);
			var emphasisModel = itemModel.getModel("emphasis");
			emphasisLineStyle = emphasisModel.getModel("lineStyle").getLineStyle();
			blurLineStyle = itemModel.getModel(["blur", "lineStyle"]).getLineStyle();
			selectLineStyle = itemModel.getModel(["select", "lineStyle"]).getLineStyle();
			emphasisDisabled = emphasisModel.get("disabled");
			focus = emphasisModel.get("focus");
			blurScope = emphasisModel.get("blurScope");
			labelStatesModels = getLabelStatesModels(itemModel);
		}
		var lineStyle = lineData.getItemVisual(idx, "style");
		var visualColor = lineStyle.stroke;
		line.useStyle(lineStyle);
		line.style.fill = null;
		line.style.strokeNoScale = true;
		line.ensureState("emphasis").style = emphasisLineStyle;
		line.ensureState("blur").style = blurLineStyle;
		line.ensureState("select").style = selectLineStyle;
		each$3(SYMBOL_CATEGORIES, function(symbolCategory) {
			var symbol = this.childOfName(symbolCategory);
			if (symbol) {
				symbol.setColor(visualColor);
				symbol.style.opacity = lineStyle.opacity;
				for (var i = 0; i < SPECIAL_STATES.length; i++) {
					var stateName = SPECIAL_STATES[i];
					var lineState = line.getState(stateName);
					if (lineState) {
						var lineStateStyle = lineState.style || {};
						var state = symbol.ensureState(stateName);
						var stateStyle = state.style || (state.style = {});
						if (lineStateStyle.stroke != null) stateStyle[symbol.__isEmptyBrush ? "stroke" : "fill"] = lineStateStyle.stroke;
						if (lineStateStyle.opacity != null) stateStyle.opacity = lineStateStyle.opacity;
					}
				}
				symbol.markRedraw();
			}
		}, this);
		var rawVal = seriesModel.getRawValue(idx);
		setLabelStyle(this, labelStatesModels, {
			labelDataIndex: idx,
			labelFetcher: { getFormattedLabel: function(dataIndex, stateName) {
				return seriesModel.getFormattedLabel(dataIndex, stateName, lineData.dataType);
			} },
			inheritColor: visualColor || tokens.color.neutral99,
			defaultOpacity: lineStyle.opacity,
			defaultText: (rawVal == null ? lineData.getName(idx) : isFinite(rawVal) ? round(rawVal, 10) : rawVal) + ""
		});
		var label = this.getTextContent();
		if (label) {
			var labelNormalModel = labelStatesModels.normal;
			label.__align = label.style.align;
			label.__verticalAlign = label.style.verticalAlign;
			label.__position = labelNormalModel.get("position") || "middle";
			var distance = labelNormalModel.get("distance");
			if (!isArray(distance)) distance = [distance, distance];
			label.__labelDistance = distance;
		}
		this.setTextConfig({
			position: null,
			local: true,
			inside: false
		});
		toggleHoverEmphasis(this, focus, blurScope, emphasisDisabled);
	};
	Line.prototype.highlight = function() {
		enterEmphasis(this);
	};
	Line.prototype.downplay = function() {
		leaveEmphasis(this);
	};
	Line.prototype.updateLayout = function(lineData, idx) {
		this.childOfName("line").stopAnimation();
		this.setLinePoints(lineData.getItemLayout(idx));
	};
	Line.prototype.setLinePoints = function(points) {
		var linePath = this.childOfName("line");
		setLinePoints(linePath.shape, points);
		linePath.dirty();
	};
	Line.prototype.beforeUpdate = function() {
		var lineGroup = this;
		var symbolFrom = lineGroup.childOfName("fromSymbol");
		var symbolTo = lineGroup.childOfName("toSymbol");
		var label = lineGroup.getTextContent();
		if (!symbolFrom && !symbolTo && (!label || label.ignore)) return;
		var invScale = 1;
		var parentNode = this.parent;
		while (parentNode) {
			if (parentNode.scaleX) invScale /= parentNode.scaleX;
			parentNode = parentNode.parent;
		}
		var line = lineGroup.childOfName("line");
		if (!this.__dirty && !line.__dirty) return;
		var percent = line.shape.percent;
		var fromPos = line.pointAt(0);
		var toPos = line.pointAt(percent);
		var d = sub([], toPos, fromPos);
		normalize(d, d);
		function setSymbolRotation(symbol, percent) {
			var specifiedRotation = symbol.__specifiedRotation;
			if (specifiedRotation == null) {
				var tangent = line.tangentAt(percent);
				symbol.attr("rotation", (percent === 1 ? -1 : 1) * Math.PI / 2 - Math.atan2(tangent[1], tangent[0]));
			} else symbol.attr("rotation", specifiedRotation);
		}
		if (symbolFrom) {
			symbolFrom.setPosition(fromPos);
			setSymbolRotation(symbolFrom, 0);
			symbolFrom.scaleX = symbolFrom.scaleY = invScale * percent;
			symbolFrom.markRedraw();
		}
		if (symbolTo) {
			symbolTo.setPosition(toPos);
			setSymbolRotation(symbolTo, 1);
			symbolTo.scaleX = symbolTo.scaleY = invScale * percent;
			symbolTo.markRedraw();
		}
		if (label && !label.ignore) {
			label.x = label.y = 0;
			label.originX = label.originY = 0;
			var textAlign = void 0;
			var textVerticalAlign = void 0;
			var distance = label.__labelDistance;
			var distanceX = distance[0] * invScale;
			var distanceY = distance[1] * invScale;
			var halfPercent = percent / 2;
			var tangent = line.tangentAt(halfPercent);
			var n = [tangent[1], -tangent[0]];
			var cp = line.pointAt(halfPercent);
			if (n[1] > 0) {
				n[0] = -n[0];
				n[1] = -n[1];
			}
			var dir = tangent[0] < 0 ? -1 : 1;
			if (label.__position !== "start" && label.__position !== "end") {
				var rotation = -Math.atan2(tangent[1], tangent[0]);
				if (toPos[0] < fromPos[0]) rotation = Math.PI + rotation;
				label.rotation = rotation;
			}
			var dy = void 0;
			switch (label.__position) {
				case "insideStartTop":
				case "insideMiddleTop":
				case "insideEndTop":
				case "middle":
					dy = -distanceY;
					textVerticalAlign = "bottom";
					break;
				case "insideStartBottom":
				case "insideMiddleBottom":
				case "insideEndBottom":
					dy = distanceY;
					textVerticalAlign = "top";
					break;
				default:
					dy = 0;
					textVerticalAlign = "middle";
			}
			switch (label.__position) {
				case "end":
					label.x = d[0] * distanceX + toPos[0];
					label.y = d[1] * distanceY + toPos[1];
					textAlign = d[0] > .8 ? "left" : d[0] < -.8 ? "right" : "center";
					textVerticalAlign = d[1] > .8 ? "top" : d[1] < -.8 ? "bottom" : "middle";
					break;
				case "start":
					label.x = -d[0] * distanceX + fromPos[0];
					label.y = -d[1] * distanceY + fromPos[1];
					textAlign = d[0] > .8 ? "right" : d[0] < -.8 ? "left" : "center";
					textVerticalAlign = d[1] > .8 ? "bottom" : d[1] < -.8 ? "top" : "middle";
					break;
				case "insideStartTop":
				case "insideStart":
				case "insideStartBottom":
					label.x = distanceX * dir + fromPos[0];
					label.y = fromPos[1] + dy;
					textAlign = tangent[0] < 0 ? "right" : "left";
					label.originX = -distanceX * dir;
					label.originY = -dy;
					break;
				case "insideMiddleTop":
				case "insideMiddle":
				case "insideMiddleBottom":
				case "middle":
					label.x = cp[0];
					label.y = cp[1] + dy;
					textAlign = "center";
					label.originY = -dy;
					break;
				case "insideEndTop":
				case "insideEnd":
				case "insideEndBottom":
					label.x = -distanceX * dir + toPos[0];
					label.y = toPos[1] + dy;
					textAlign = tangent[0] >= 0 ? "right" : "left";
					label.originX = distanceX * dir;
					label.originY = -dy;
			}
			label.scaleX = label.scaleY = invScale;
			label.setStyle({
				verticalAlign: label.__verticalAlign || textVerticalAlign,
				align: label.__align || textAlign
			});
		}
	};
	return Line;
}(Group);

// node_modules/echarts/lib/chart/helper/LineDraw.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var LineDraw = function() {
	function LineDraw(LineCtor) {
		this.group = new Group();
		this._LineCtor = LineCtor || Line;
	}
	LineDraw.prototype.updateData = function(lineData) {
		var _this = this;
		this._progressiveEls = null;
		var lineDraw = this;
		var group = lineDraw.group;
		var oldLineData = lineDraw._lineData;
		lineDraw._lineData = lineData;
		if (!oldLineData) group.removeAll();
		var seriesScope = makeSeriesScope(lineData);
		lineData.diff(oldLineData).add(function(idx) {
			_this._doAdd(lineData, idx, seriesScope);
		}).update(function(newIdx, oldIdx) {
			_this._doUpdate(oldLineData, lineData, oldIdx, newIdx, seriesScope);
		}).remove(function(idx) {
			group.remove(oldLineData.getItemGraphicEl(idx));
		}).execute();
	};
	LineDraw.prototype.updateLayout = function() {
		var lineData = this._lineData;
		if (!lineData) return;
		lineData.eachItemGraphicEl(function(el, idx) {
			el.updateLayout(lineData, idx);
		}, this);
	};
	LineDraw.prototype.incrementalPrepareUpdate = function(lineData) {
		this._seriesScope = makeSeriesScope(lineData);
		this._lineData = null;
		this.group.removeAll();
	};
	LineDraw.prototype.incrementalUpdate = function(taskParams, lineData, incrementalId) {
		this._progressiveEls = [];
		function updateIncrementalAndHover(el) {
			if (!el.isGroup && !isEffectObject(el)) {
				el.incremental = incrementalId;
				el.ensureState("emphasis").hoverLayer = 2;
			}
		}
		for (var idx = taskParams.start; idx < taskParams.end; idx++) if (lineNeedsDraw(lineData.getItemLayout(idx))) {
			var el = new this._LineCtor(lineData, idx, this._seriesScope);
			el.traverse(updateIncrementalAndHover);
			this.group.add(el);
			lineData.setItemGraphicEl(idx, el);
			this._progressiveEls.push(el);
		}
	};
	LineDraw.prototype.remove = function() {
		this.group.removeAll();
	};
	LineDraw.prototype.eachRendered = function(cb) {
		traverseElements(this._progressiveEls || this.group, cb);
	};
	LineDraw.prototype._doAdd = function(lineData, idx, seriesScope) {
		if (!lineNeedsDraw(lineData.getItemLayout(idx))) return;
		var el = new this._LineCtor(lineData, idx, seriesScope);
		lineData.setItemGraphicEl(idx, el);
		this.group.add(el);
	};
	LineDraw.prototype._doUpdate = function(oldLineData, newLineData, oldIdx, newIdx, seriesScope) {
		var itemEl = oldLineData.getItemGraphicEl(oldIdx);
		if (!lineNeedsDraw(newLineData.getItemLayout(newIdx))) {
			this.group.remove(itemEl);
			return;
		}
		if (!itemEl) itemEl = new this._LineCtor(newLineData, newIdx, seriesScope);
		else itemEl.updateData(newLineData, newIdx, seriesScope);
		newLineData.setItemGraphicEl(newIdx, itemEl);
		this.group.add(itemEl);
	};
	return LineDraw;
}();
function isEffectObject(el) {
	return el.animators && el.animators.length > 0;
}
function makeSeriesScope(lineData) {
	var hostModel = lineData.hostModel;
	var emphasisModel = hostModel.getModel("emphasis");
	return {
		lineStyle: hostModel.getModel("lineStyle").getLineStyle(),
		emphasisLineStyle: emphasisModel.getModel(["lineStyle"]).getLineStyle(),
		blurLineStyle: hostModel.getModel(["blur", "lineStyle"]).getLineStyle(),
		selectLineStyle: hostModel.getModel(["select", "lineStyle"]).getLineStyle(),
		emphasisDisabled: emphasisModel.get("disabled"),
		blurScope: emphasisModel.get("blurScope"),
		focus: emphasisModel.get("focus"),
		labelStatesModels: getLabelStatesModels(hostModel)
	};
}
function isPointNaN(pt) {
	return isNaN(pt[0]) || isNaN(pt[1]);
}
function lineNeedsDraw(pts) {
	return pts && !isPointNaN(pts[0]) && !isPointNaN(pts[1]);
}

// node_modules/echarts/lib/component/axisPointer/BaseAxisPointer.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$6 = makeInner();
var clone = clone$1;
var bind = bind$1;
/**
* Base axis pointer class in 2D.
*/
var BaseAxisPointer = function() {
	function BaseAxisPointer() {
		this._dragging = false;
		/**
		* In px, arbitrary value. Do not set too small,
		* no animation is ok for most cases.
		*/
		this.animationThreshold = 15;
	}
	/**
	* @implement
	*/
	BaseAxisPointer.prototype.render = function(axisModel, axisPointerModel, api, forceRender) {
		var value = axisPointerModel.get("value");
		var status = axisPointerModel.get("status");
		this._axisModel = axisModel;
		this._axisPointerModel = axisPointerModel;
		this._api = api;
		if (!forceRender && this._lastValue === value && this._lastStatus === status) return;
		this._lastValue = value;
		this._lastStatus = status;
		var group = this._group;
		var handle = this._handle;
		if (!status || status === "hide") {
			group && group.hide();
			handle && handle.hide();
			return;
		}
		group && group.show();
		handle && handle.show();
		var elOption = {};
		this.makeElOption(elOption, value, axisModel, axisPointerModel, api);
		var graphicKey = elOption.graphicKey;
		if (graphicKey !== this._lastGraphicKey) this.clear(api);
		this._lastGraphicKey = graphicKey;
		var moveAnimation = this._moveAnimation = this.determineAnimation(axisModel, axisPointerModel);
		if (!group) {
			group = this._group = new Group();
			this.createPointerEl(group, elOption, axisModel, axisPointerModel);
			this.createLabelEl(group, elOption, axisModel, axisPointerModel);
			api.getZr().add(group);
		} else {
			var doUpdateProps = curry(updateProps, axisPointerModel, moveAnimation);
			this.updatePointerEl(group, elOption, doUpdateProps);
			this.updateLabelEl(group, elOption, doUpdateProps, axisPointerModel);
		}
		updateMandatoryProps(group, axisPointerModel, true);
		this._renderHandle(value);
	};
	/**
	* @implement
	*/
	BaseAxisPointer.prototype.remove = function(api) {
		this.clear(api);
	};
	/**
	* @implement
	*/
	BaseAxisPointer.prototype.dispose = function(api) {
		this.clear(api);
	};
	/**
	* @protected
	*/
	BaseAxisPointer.prototype.determineAnimation = function(axisModel, axisPointerModel) {
		var animation = axisPointerModel.get("animation");
		var axis = axisModel.axis;
		var isCategoryAxis = axis.type === "category";
		var useSnap = axisPointerModel.get("snap");
		if (!useSnap && !isCategoryAxis) return false;
		if (animation === "auto" || animation == null) {
			var animationThreshold = this.animationThreshold;
			if (isCategoryAxis && calcBandWidth(axis).w > animationThreshold) return true;
			if (useSnap) {
				var seriesDataCount = getAxisInfo$1(axisModel).seriesDataCount;
				var axisExtent = axis.getExtent();
				return Math.abs(axisExtent[0] - axisExtent[1]) / seriesDataCount > animationThreshold;
			}
			return false;
		}
		return animation === true;
	};
	/**
	* add {pointer, label, graphicKey} to elOption
	* @protected
	*/
	BaseAxisPointer.prototype.makeElOption = function(elOption, value, axisModel, axisPointerModel, api) {};
	/**
	* @protected
	*/
	BaseAxisPointer.prototype.createPointerEl = function(group, elOption, axisModel, axisPointerModel) {
		var pointerOption = elOption.pointer;
		if (pointerOption) {
			var pointerEl = inner$6(group).pointerEl = new graphic_exports[pointerOption.type](clone(elOption.pointer));
			group.add(pointerEl);
		}
	};
	/**
	* @protected
	*/
	BaseAxisPointer.prototype.createLabelEl = function(group, elOption, axisModel, axisPointerModel) {
		if (elOption.label) {
			var labelEl = inner$6(group).labelEl = new ZRText(clone(elOption.label));
			group.add(labelEl);
			updateLabelShowHide(labelEl, axisPointerModel);
		}
	};
	/**
	* @protected
	*/
	BaseAxisPointer.prototype.updatePointerEl = function(group, elOption, updateProps) {
		var pointerEl = inner$6(group).pointerEl;
		if (pointerEl && elOption.pointer) {
			pointerEl.setStyle(elOption.pointer.style);
			updateProps(pointerEl, { shape: elOption.pointer.shape });
		}
	};
	/**
	* @protected
	*/
	BaseAxisPointer.prototype.updateLabelEl = function(group, elOption, updateProps, axisPointerModel) {
		var labelEl = inner$6(group).labelEl;
		if (labelEl) {
			labelEl.setStyle(elOption.label.style);
			updateProps(labelEl, {
				x: elOption.label.x,
				y: elOption.label.y
			});
			updateLabelShowHide(labelEl, axisPointerModel);
		}
	};
	/**
	* @private
	*/
	BaseAxisPointer.prototype._renderHandle = function(value) {
		if (this._dragging || !this.updateHandleTransform) return;
		var axisPointerModel = this._axisPointerModel;
		var zr = this._api.getZr();
		var handle = this._handle;
		var handleModel = axisPointerModel.getModel("handle");
		var status = axisPointerModel.get("status");
		if (!handleModel.get("show") || !status || status === "hide") {
			handle && zr.remove(handle);
			this._handle = null;
			return;
		}
		var isInit;
		if (!this._handle) {
			isInit = true;
			handle = this._handle = createIcon(handleModel.get("icon"), {
				cursor: "move",
				draggable: true,
				onmousemove: function(e) {
					stop(e.event);
				},
				onmousedown: bind(this._onHandleDragMove, this, 0, 0),
				drift: bind(this._onHandleDragMove, this),
				ondragend: bind(this._onHandleDragEnd, this)
			});
			zr.add(handle);
		}
		updateMandatoryProps(handle, axisPointerModel, false);
		handle.setStyle(handleModel.getItemStyle(null, [
			"color",
			"borderColor",
			"borderWidth",
			"opacity",
			"shadowColor",
			"shadowBlur",
			"shadowOffsetX",
			"shadowOffsetY"
		]));
		var handleSize = handleModel.get("size");
		if (!isArray(handleSize)) handleSize = [handleSize, handleSize];
		handle.scaleX = handleSize[0] / 2;
		handle.scaleY = handleSize[1] / 2;
		createOrUpdate(this, "_doDispatchAxisPointer", handleModel.get("throttle") || 0, "fixRate");
		this._moveHandleToValue(value, isInit);
	};
	BaseAxisPointer.prototype._moveHandleToValue = function(value, isInit) {
		updateProps(this._axisPointerModel, !isInit && this._moveAnimation, this._handle, getHandleTransProps(this.getHandleTransform(value, this._axisModel, this._axisPointerModel)));
	};
	BaseAxisPointer.prototype._onHandleDragMove = function(dx, dy) {
		var handle = this._handle;
		if (!handle) return;
		this._dragging = true;
		var trans = this.updateHandleTransform(getHandleTransProps(handle), [dx, dy], this._axisModel, this._axisPointerModel);
		this._payloadInfo = trans;
		handle.stopAnimation();
		handle.attr(getHandleTransProps(trans));
		inner$6(handle).lastProp = null;
		this._doDispatchAxisPointer();
	};
	/**
	* Throttled method.
	*/
	BaseAxisPointer.prototype._doDispatchAxisPointer = function() {
		if (!this._handle) return;
		var payloadInfo = this._payloadInfo;
		var axisModel = this._axisModel;
		this._api.dispatchAction({
			type: "updateAxisPointer",
			x: payloadInfo.cursorPoint[0],
			y: payloadInfo.cursorPoint[1],
			tooltipOption: payloadInfo.tooltipOption,
			axesInfo: [{
				axisDim: axisModel.axis.dim,
				axisIndex: axisModel.componentIndex
			}]
		});
	};
	BaseAxisPointer.prototype._onHandleDragEnd = function() {
		this._dragging = false;
		if (!this._handle) return;
		var value = this._axisPointerModel.get("value");
		this._moveHandleToValue(value);
		this._api.dispatchAction({ type: "hideTip" });
	};
	/**
	* @private
	*/
	BaseAxisPointer.prototype.clear = function(api) {
		this._lastValue = null;
		this._lastStatus = null;
		var zr = api.getZr();
		var group = this._group;
		var handle = this._handle;
		if (zr && group) {
			this._lastGraphicKey = null;
			group && zr.remove(group);
			handle && zr.remove(handle);
			this._group = null;
			this._handle = null;
			this._payloadInfo = null;
		}
		clear(this, "_doDispatchAxisPointer");
	};
	/**
	* @protected
	*/
	BaseAxisPointer.prototype.doClear = function() {};
	BaseAxisPointer.prototype.buildLabel = function(xy, wh, xDimIndex) {
		xDimIndex = xDimIndex || 0;
		return {
			x: xy[xDimIndex],
			y: xy[1 - xDimIndex],
			width: wh[xDimIndex],
			height: wh[1 - xDimIndex]
		};
	};
	return BaseAxisPointer;
}();
function updateProps(animationModel, moveAnimation, el, props) {
	if (!propsEqual(inner$6(el).lastProp, props)) {
		inner$6(el).lastProp = props;
		moveAnimation ? updateProps$1(el, props, animationModel) : (el.stopAnimation(), el.attr(props));
	}
}
function propsEqual(lastProps, newProps) {
	if (isObject$2(lastProps) && isObject$2(newProps)) {
		var equals_1 = true;
		each$3(newProps, function(item, key) {
			equals_1 = equals_1 && propsEqual(lastProps[key], item);
		});
		return !!equals_1;
	} else return lastProps === newProps;
}
function updateLabelShowHide(labelEl, axisPointerModel) {
	labelEl[axisPointerModel.get(["label", "show"]) ? "show" : "hide"]();
}
function getHandleTransProps(trans) {
	return {
		x: trans.x || 0,
		y: trans.y || 0,
		rotation: trans.rotation || 0
	};
}
function updateMandatoryProps(group, axisPointerModel, silent) {
	var z = axisPointerModel.get("z");
	var zlevel = axisPointerModel.get("zlevel");
	group && group.traverse(function(el) {
		if (el.type !== "group") {
			z != null && (el.z = z);
			zlevel != null && (el.zlevel = zlevel);
			el.silent = silent;
		}
	});
}

// node_modules/echarts/lib/component/axisPointer/viewHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function buildElStyle(axisPointerModel) {
	var axisPointerType = axisPointerModel.get("type");
	var styleModel = axisPointerModel.getModel(axisPointerType + "Style");
	var style;
	if (axisPointerType === "line") {
		style = styleModel.getLineStyle();
		style.fill = null;
	} else if (axisPointerType === "shadow") {
		style = styleModel.getAreaStyle();
		style.stroke = null;
	}
	return style;
}
/**
* @param {Function} labelPos {align, verticalAlign, position}
*/
function buildLabelElOption(elOption, axisModel, axisPointerModel, api, labelPos) {
	var text = getValueLabel(axisPointerModel.get("value"), axisModel.axis, axisModel.ecModel, axisPointerModel.get("seriesDataIndices"), {
		precision: axisPointerModel.get(["label", "precision"]),
		formatter: axisPointerModel.get(["label", "formatter"])
	});
	var labelModel = axisPointerModel.getModel("label");
	var paddings = normalizeCssArray(labelModel.get("padding") || 0);
	var font = labelModel.getFont();
	var textRect = getBoundingRect(text, font);
	var position = labelPos.position;
	var width = textRect.width + paddings[1] + paddings[3];
	var height = textRect.height + paddings[0] + paddings[2];
	var align = labelPos.align;
	align === "right" && (position[0] -= width);
	align === "center" && (position[0] -= width / 2);
	var verticalAlign = labelPos.verticalAlign;
	verticalAlign === "bottom" && (position[1] -= height);
	verticalAlign === "middle" && (position[1] -= height / 2);
	confineInContainer(position, width, height, api);
	var bgColor = labelModel.get("backgroundColor");
	if (!bgColor || bgColor === "auto") bgColor = axisModel.get([
		"axisLine",
		"lineStyle",
		"color"
	]);
	elOption.label = {
		x: position[0],
		y: position[1],
		style: createTextStyle(labelModel, {
			text,
			font,
			fill: labelModel.getTextColor(),
			padding: paddings,
			backgroundColor: bgColor
		}),
		z2: 10
	};
}
function confineInContainer(position, width, height, api) {
	var viewWidth = api.getWidth();
	var viewHeight = api.getHeight();
	position[0] = Math.min(position[0] + width, viewWidth) - width;
	position[1] = Math.min(position[1] + height, viewHeight) - height;
	position[0] = Math.max(position[0], 0);
	position[1] = Math.max(position[1], 0);
}
function getValueLabel(value, axis, ecModel, seriesDataIndices, opt) {
	value = axis.scale.parse(value);
	var text = axis.scale.getLabel({ value }, { precision: opt.precision });
	var formatter = opt.formatter;
	if (formatter) {
		var params_1 = {
			value: getAxisRawValue(axis, { value }),
			axisDimension: axis.dim,
			axisIndex: axis.index,
			seriesData: []
		};
		each$3(seriesDataIndices, function(idxItem) {
			var series = ecModel.getSeriesByIndex(idxItem.seriesIndex);
			var dataIndex = idxItem.dataIndexInside;
			var dataParams = series && series.getDataParams(dataIndex);
			dataParams && params_1.seriesData.push(dataParams);
		});
		if (isString(formatter)) text = formatter.replace("{value}", text);
		else if (isFunction(formatter)) text = formatter(params_1);
	}
	return text;
}
function getTransformedPosition(axis, value, layoutInfo) {
	var transform = create();
	rotate(transform, transform, layoutInfo.rotation);
	translate(transform, transform, layoutInfo.position);
	return applyTransform([axis.dataToCoord(value), (layoutInfo.labelOffset || 0) + (layoutInfo.labelDirection || 1) * (layoutInfo.labelMargin || 0)], transform);
}
function buildCartesianSingleLabelElOption(value, elOption, layoutInfo, axisModel, axisPointerModel, api) {
	var textLayout = AxisBuilder.innerTextLayout(layoutInfo.rotation, 0, layoutInfo.labelDirection);
	layoutInfo.labelMargin = axisPointerModel.get(["label", "margin"]);
	buildLabelElOption(elOption, axisModel, axisPointerModel, api, {
		position: getTransformedPosition(axisModel.axis, value, layoutInfo),
		align: textLayout.textAlign,
		verticalAlign: textLayout.textVerticalAlign
	});
}
function makeLineShape(p1, p2, xDimIndex) {
	xDimIndex = xDimIndex || 0;
	return {
		x1: p1[xDimIndex],
		y1: p1[1 - xDimIndex],
		x2: p2[xDimIndex],
		y2: p2[1 - xDimIndex]
	};
}
function makeRectShape(xy, wh, xDimIndex) {
	xDimIndex = xDimIndex || 0;
	return {
		x: xy[xDimIndex],
		y: xy[1 - xDimIndex],
		width: wh[xDimIndex],
		height: wh[1 - xDimIndex]
	};
}
function calcAxisPointerShadowBandWidth(axis, seriesDataIndices, ecModel) {
	return calcBandWidth(axis, {
		fromStat: { sers: map$1(seriesDataIndices, function(item) {
			return ecModel.getSeriesByIndex(item.seriesIndex);
		}) },
		min: 1
	}).w;
}
/**
* Return a [min, max] in pixel clampped by `axisExtent`.
*/
function calcAxisPointerShadowEnds(val, axisExtent, bandWidth) {
	return [mathMax$1(mathMin$1(axisExtent[0], axisExtent[1]), val - bandWidth / 2), mathMin$1(val + bandWidth / 2, mathMax$1(axisExtent[0], axisExtent[1]))];
}

// node_modules/echarts/lib/component/axisPointer/CartesianAxisPointer.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var CartesianAxisPointer = function(_super) {
	__extends(CartesianAxisPointer, _super);
	function CartesianAxisPointer() {
		return _super !== null && _super.apply(this, arguments) || this;
	}
	/**
	* @override
	*/
	CartesianAxisPointer.prototype.makeElOption = function(elOption, value, axisModel, axisPointerModel, api) {
		var axis = axisModel.axis;
		var grid = axis.grid;
		var axisPointerType = axisPointerModel.get("type");
		var thisExtent = axis.getGlobalExtent();
		var otherExtent = getCartesian(grid, axis).getOtherAxis(axis).getGlobalExtent();
		var pixelValue = axis.toGlobalCoord(axis.dataToCoord(value, true));
		if (axisPointerType && axisPointerType !== "none") {
			var elStyle = buildElStyle(axisPointerModel);
			var pointerOption = pointerShapeBuilder[axisPointerType](axis, pixelValue, thisExtent, otherExtent, axisPointerModel.get("seriesDataIndices"), axisPointerModel.ecModel);
			pointerOption.style = elStyle;
			elOption.graphicKey = pointerOption.type;
			elOption.pointer = pointerOption;
		}
		var layoutInfo = layout(grid.getRect(), axisModel);
		buildCartesianSingleLabelElOption(value, elOption, layoutInfo, axisModel, axisPointerModel, api);
	};
	/**
	* @override
	*/
	CartesianAxisPointer.prototype.getHandleTransform = function(value, axisModel, axisPointerModel) {
		var layoutInfo = layout(axisModel.axis.grid.getRect(), axisModel, { labelInside: false });
		layoutInfo.labelMargin = axisPointerModel.get(["handle", "margin"]);
		var pos = getTransformedPosition(axisModel.axis, value, layoutInfo);
		return {
			x: pos[0],
			y: pos[1],
			rotation: layoutInfo.rotation + (layoutInfo.labelDirection < 0 ? Math.PI : 0)
		};
	};
	/**
	* @override
	*/
	CartesianAxisPointer.prototype.updateHandleTransform = function(transform, delta, axisModel, axisPointerModel) {
		var axis = axisModel.axis;
		var grid = axis.grid;
		var axisExtent = axis.getGlobalExtent(true);
		var otherExtent = getCartesian(grid, axis).getOtherAxis(axis).getGlobalExtent();
		var dimIndex = axis.dim === "x" ? 0 : 1;
		var currPosition = [transform.x, transform.y];
		currPosition[dimIndex] += delta[dimIndex];
		currPosition[dimIndex] = mathMin$1(axisExtent[1], currPosition[dimIndex]);
		currPosition[dimIndex] = mathMax$1(axisExtent[0], currPosition[dimIndex]);
		var cursorOtherValue = (otherExtent[1] + otherExtent[0]) / 2;
		var cursorPoint = [cursorOtherValue, cursorOtherValue];
		cursorPoint[dimIndex] = currPosition[dimIndex];
		return {
			x: currPosition[0],
			y: currPosition[1],
			rotation: transform.rotation,
			cursorPoint,
			tooltipOption: [{ verticalAlign: "middle" }, { align: "center" }][dimIndex]
		};
	};
	return CartesianAxisPointer;
}(BaseAxisPointer);
function getCartesian(grid, axis) {
	var opt = {};
	opt[axis.dim + "AxisIndex"] = axis.index;
	return grid.getCartesian(opt);
}
var pointerShapeBuilder = {
	line: function(axis, pixelValue, thisExtent, otherExtent) {
		return {
			type: "Line",
			subPixelOptimize: true,
			shape: makeLineShape([pixelValue, otherExtent[0]], [pixelValue, otherExtent[1]], getAxisDimIndex(axis))
		};
	},
	shadow: function(axis, pixelValue, thisExtent, otherExtent, seriesDataIndices, ecModel) {
		var bandWidth = calcAxisPointerShadowBandWidth(axis, seriesDataIndices, ecModel);
		var otherSpan = otherExtent[1] - otherExtent[0];
		var _a = calcAxisPointerShadowEnds(pixelValue, thisExtent, bandWidth);
		var min = _a[0];
		var max = _a[1];
		return {
			type: "Rect",
			shape: makeRectShape([min, otherExtent[0]], [max - min, otherSpan], getAxisDimIndex(axis))
		};
	}
};
function getAxisDimIndex(axis) {
	return axis.dim === "x" ? 0 : 1;
}

// node_modules/echarts/lib/component/axisPointer/AxisPointerModel.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var AxisPointerModel = function(_super) {
	__extends(AxisPointerModel, _super);
	function AxisPointerModel() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = AxisPointerModel.type;
		return _this;
	}
	AxisPointerModel.type = "axisPointer";
	AxisPointerModel.defaultOption = {
		show: "auto",
		z: 50,
		type: "line",
		snap: false,
		triggerTooltip: true,
		triggerEmphasis: true,
		value: null,
		status: null,
		link: [],
		animation: null,
		animationDurationUpdate: 200,
		lineStyle: {
			color: tokens.color.border,
			width: 1,
			type: "dashed"
		},
		shadowStyle: { color: tokens.color.shadowTint },
		label: {
			show: true,
			formatter: null,
			precision: "auto",
			margin: 3,
			color: tokens.color.neutral00,
			padding: [
				5,
				7,
				5,
				7
			],
			backgroundColor: tokens.color.accent60,
			borderColor: null,
			borderWidth: 0,
			borderRadius: 3
		},
		handle: {
			show: false,
			icon: "M10.7,11.9v-1.3H9.3v1.3c-4.9,0.3-8.8,4.4-8.8,9.4c0,5,3.9,9.1,8.8,9.4h1.3c4.9-0.3,8.8-4.4,8.8-9.4C19.5,16.3,15.6,12.2,10.7,11.9z M13.3,24.4H6.7v-1.2h6.6z M13.3,22H6.7v-1.2h6.6z M13.3,19.6H6.7v-1.2h6.6z",
			size: 45,
			margin: 50,
			color: tokens.color.accent40,
			throttle: 40
		}
	};
	return AxisPointerModel;
}(ComponentModel);

// node_modules/echarts/lib/component/axisPointer/globalListener.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$5 = makeInner();
var each = each$3;
function register(key, api, handler) {
	if (env.node) return;
	var zr = api.getZr();
	inner$5(zr).records || (inner$5(zr).records = {});
	initGlobalListeners(zr, api);
	var record = inner$5(zr).records[key] || (inner$5(zr).records[key] = {});
	record.handler = handler;
}
function initGlobalListeners(zr, api) {
	if (inner$5(zr).initialized) return;
	inner$5(zr).initialized = true;
	useHandler("click", curry(doEnter, "click"));
	useHandler("mousemove", curry(doEnter, "mousemove"));
	useHandler("mousewheel", curry(doEnter, "mousewheel"));
	useHandler("globalout", onLeave);
	function useHandler(eventType, cb) {
		zr.on(eventType, function(e) {
			var dis = makeDispatchAction(api);
			each(inner$5(zr).records, function(record) {
				record && cb(record, e, dis.dispatchAction);
			});
			dispatchTooltipFinally(dis.pendings, api);
		});
	}
}
function dispatchTooltipFinally(pendings, api) {
	var showLen = pendings.showTip.length;
	var hideLen = pendings.hideTip.length;
	var actuallyPayload;
	if (showLen) actuallyPayload = pendings.showTip[showLen - 1];
	else if (hideLen) actuallyPayload = pendings.hideTip[hideLen - 1];
	if (actuallyPayload) {
		actuallyPayload.dispatchAction = null;
		api.dispatchAction(actuallyPayload);
	}
}
function onLeave(record, e, dispatchAction) {
	record.handler("leave", null, dispatchAction);
}
function doEnter(currTrigger, record, e, dispatchAction) {
	record.handler(currTrigger, e, dispatchAction);
}
function makeDispatchAction(api) {
	var pendings = {
		showTip: [],
		hideTip: []
	};
	var dispatchAction = function(payload) {
		var pendingList = pendings[payload.type];
		if (pendingList) pendingList.push(payload);
		else {
			payload.dispatchAction = dispatchAction;
			api.dispatchAction(payload);
		}
	};
	return {
		dispatchAction,
		pendings
	};
}
function unregister(key, api) {
	if (env.node) return;
	var zr = api.getZr();
	if ((inner$5(zr).records || {})[key]) inner$5(zr).records[key] = null;
}

// node_modules/echarts/lib/component/axisPointer/AxisPointerView.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var AxisPointerView = function(_super) {
	__extends(AxisPointerView, _super);
	function AxisPointerView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = AxisPointerView.type;
		return _this;
	}
	AxisPointerView.prototype.render = function(globalAxisPointerModel, ecModel, api) {
		var globalTooltipModel = ecModel.getComponent("tooltip");
		var triggerOn = globalAxisPointerModel.get("triggerOn") || globalTooltipModel && globalTooltipModel.get("triggerOn") || "mousemove|click|mousewheel";
		register("axisPointer", api, function(currTrigger, e, dispatchAction) {
			if (triggerOn !== "none" && (currTrigger === "leave" || triggerOn.indexOf(currTrigger) >= 0)) dispatchAction({
				type: "updateAxisPointer",
				currTrigger,
				x: e && e.offsetX,
				y: e && e.offsetY
			});
		});
	};
	AxisPointerView.prototype.remove = function(ecModel, api) {
		unregister("axisPointer", api);
	};
	AxisPointerView.prototype.dispose = function(ecModel, api) {
		unregister("axisPointer", api);
	};
	AxisPointerView.type = "axisPointer";
	return AxisPointerView;
}(ComponentView);

// node_modules/echarts/lib/component/axisPointer/findPointFromSeries.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
/**
* @param finder contains {seriesIndex, dataIndex, dataIndexInside}
* @param ecModel
* @return  {point: [x, y], el: ...} point Will not be null.
*/
function findPointFromSeries(finder, ecModel) {
	var point = [];
	var seriesIndex = finder.seriesIndex;
	var seriesModel;
	if (seriesIndex == null || !(seriesModel = ecModel.getSeriesByIndex(seriesIndex))) return { point: [] };
	var data = seriesModel.getData();
	var dataIndex = queryDataIndex(data, finder);
	if (dataIndex == null || dataIndex < 0 || isArray(dataIndex)) return { point: [] };
	var el = data.getItemGraphicEl(dataIndex);
	var coordSys = seriesModel.coordinateSystem;
	if (seriesModel.getTooltipPosition) point = seriesModel.getTooltipPosition(dataIndex) || [];
	else if (coordSys && coordSys.dataToPoint) {
		if (finder.isStacked) {
			var baseAxis = coordSys.getBaseAxis();
			var valueAxisDim = coordSys.getOtherAxis(baseAxis).dim;
			var baseAxisDim = baseAxis.dim;
			var baseDataOffset = valueAxisDim === "x" || valueAxisDim === "radius" ? 1 : 0;
			var baseDim = data.mapDimension(baseAxisDim);
			var stackedData = [];
			stackedData[baseDataOffset] = data.get(baseDim, dataIndex);
			stackedData[1 - baseDataOffset] = data.get(data.getCalculationInfo("stackResultDimension"), dataIndex);
			point = coordSys.dataToPoint(stackedData) || [];
		} else point = coordSys.dataToPoint(data.getValues(map$1(coordSys.dimensions, function(dim) {
			return data.mapDimension(dim);
		}), dataIndex)) || [];
	} else if (el) {
		var rect = el.getBoundingRect().clone();
		rect.applyTransform(el.transform);
		point = [rect.x + rect.width / 2, rect.y + rect.height / 2];
	}
	return {
		point,
		el
	};
}

// node_modules/echarts/lib/component/axisPointer/axisTrigger.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$4 = makeInner();
/**
* Basic logic: check all axis, if they do not demand show/highlight,
* then hide/downplay them.
*
* @return content of event obj for echarts.connect.
*/
function axisTrigger(payload, ecModel, api) {
	var currTrigger = payload.currTrigger;
	var point = [payload.x, payload.y];
	var finder = payload;
	var dispatchAction = payload.dispatchAction || bind$1(api.dispatchAction, api);
	var coordSysAxesInfo = ecModel.getComponent("axisPointer").coordSysAxesInfo;
	if (!coordSysAxesInfo) return;
	if (illegalPoint(point)) point = findPointFromSeries({
		seriesIndex: finder.seriesIndex,
		dataIndex: finder.dataIndex
	}, ecModel).point;
	var isIllegalPoint = illegalPoint(point);
	var inputAxesInfo = finder.axesInfo;
	var axesInfo = coordSysAxesInfo.axesInfo;
	var shouldHide = currTrigger === "leave" || illegalPoint(point);
	var outputPayload = {};
	var showValueMap = {};
	var dataByCoordSys = {
		list: [],
		map: {}
	};
	var updaters = {
		showPointer: curry(showPointer, showValueMap),
		showTooltip: curry(showTooltip, dataByCoordSys)
	};
	each$3(coordSysAxesInfo.coordSysMap, function(coordSys, coordSysKey) {
		var coordSysContainsPoint = isIllegalPoint || coordSys.containPoint(point);
		each$3(coordSysAxesInfo.coordSysAxesInfo[coordSysKey], function(axisInfo, key) {
			var axis = axisInfo.axis;
			var inputAxisInfo = findInputAxisInfo(inputAxesInfo, axisInfo);
			if (!shouldHide && coordSysContainsPoint && (!inputAxesInfo || inputAxisInfo)) {
				var val = inputAxisInfo && inputAxisInfo.value;
				if (val == null && !isIllegalPoint) val = axis.pointToData(point);
				val != null && processOnAxis(axisInfo, val, updaters, false, outputPayload);
			}
		});
	});
	var linkTriggers = {};
	each$3(axesInfo, function(tarAxisInfo, tarKey) {
		var linkGroup = tarAxisInfo.linkGroup;
		if (linkGroup && !showValueMap[tarKey]) each$3(linkGroup.axesInfo, function(srcAxisInfo, srcKey) {
			var srcValItem = showValueMap[srcKey];
			if (srcAxisInfo !== tarAxisInfo && srcValItem) {
				var val = srcValItem.value;
				linkGroup.mapper && (val = tarAxisInfo.axis.scale.parse(linkGroup.mapper(val, makeMapperParam(srcAxisInfo), makeMapperParam(tarAxisInfo))));
				linkTriggers[tarAxisInfo.key] = val;
			}
		});
	});
	each$3(linkTriggers, function(val, tarKey) {
		processOnAxis(axesInfo[tarKey], val, updaters, true, outputPayload);
	});
	updateModelActually(showValueMap, axesInfo, outputPayload);
	dispatchTooltipActually(dataByCoordSys, point, payload, dispatchAction);
	dispatchHighDownActually(axesInfo, dispatchAction, api);
	return outputPayload;
}
function processOnAxis(axisInfo, newValue, updaters, noSnap, outputFinder) {
	var axis = axisInfo.axis;
	if (axis.scale.isBlank() || !axis.containData(newValue)) return;
	if (!axisInfo.involveSeries) {
		updaters.showPointer(axisInfo, newValue);
		return;
	}
	var payloadInfo = buildPayloadsBySeries(newValue, axisInfo);
	var payloadBatch = payloadInfo.payloadBatch;
	var snapToValue = payloadInfo.snapToValue;
	if (payloadBatch[0] && outputFinder.seriesIndex == null) extend(outputFinder, payloadBatch[0]);
	if (!noSnap && axisInfo.snap) {
		if (axis.containData(snapToValue) && snapToValue != null) newValue = snapToValue;
	}
	updaters.showPointer(axisInfo, newValue, payloadBatch);
	updaters.showTooltip(axisInfo, payloadInfo, snapToValue);
}
function buildPayloadsBySeries(value, axisInfo) {
	var axis = axisInfo.axis;
	var dim = axis.dim;
	var snapToValue = value;
	var payloadBatch = [];
	var minDist = Number.MAX_VALUE;
	var minDiff = -1;
	each$3(axisInfo.seriesModels, function(series, idx) {
		var dataDim = series.getData().mapDimensionsAll(dim);
		var seriesNestestValue;
		var dataIndices;
		if (series.getAxisTooltipData) {
			var result = series.getAxisTooltipData(dataDim, value, axis);
			dataIndices = result.dataIndices;
			seriesNestestValue = result.nestestValue;
		} else {
			dataIndices = series.indicesOfNearest(dim, dataDim[0], value, axis.type === "category" ? .5 : null);
			if (!dataIndices.length) return;
			seriesNestestValue = series.getData().get(dataDim[0], dataIndices[0]);
		}
		if (!isNullableNumberFinite(seriesNestestValue)) return;
		var diff = value - seriesNestestValue;
		var dist = Math.abs(diff);
		if (dist <= minDist) {
			if (dist < minDist || diff >= 0 && minDiff < 0) {
				minDist = dist;
				minDiff = diff;
				snapToValue = seriesNestestValue;
				payloadBatch.length = 0;
			}
			each$3(dataIndices, function(dataIndex) {
				payloadBatch.push({
					seriesIndex: series.seriesIndex,
					dataIndexInside: dataIndex,
					dataIndex: series.getData().getRawIndex(dataIndex)
				});
			});
		}
	});
	return {
		payloadBatch,
		snapToValue
	};
}
function showPointer(showValueMap, axisInfo, value, payloadBatch) {
	showValueMap[axisInfo.key] = {
		value,
		payloadBatch
	};
}
function showTooltip(dataByCoordSys, axisInfo, payloadInfo, value) {
	var payloadBatch = payloadInfo.payloadBatch;
	var axis = axisInfo.axis;
	var axisModel = axis.model;
	var axisPointerModel = axisInfo.axisPointerModel;
	if (!axisInfo.triggerTooltip || !payloadBatch.length) return;
	var coordSysModel = axisInfo.coordSys.model;
	var coordSysKey = makeKey(coordSysModel);
	var coordSysItem = dataByCoordSys.map[coordSysKey];
	if (!coordSysItem) {
		coordSysItem = dataByCoordSys.map[coordSysKey] = {
			coordSysId: coordSysModel.id,
			coordSysIndex: coordSysModel.componentIndex,
			coordSysType: coordSysModel.type,
			coordSysMainType: coordSysModel.mainType,
			dataByAxis: []
		};
		dataByCoordSys.list.push(coordSysItem);
	}
	coordSysItem.dataByAxis.push({
		axisDim: axis.dim,
		axisIndex: axisModel.componentIndex,
		axisType: axisModel.type,
		axisId: axisModel.id,
		value,
		valueLabelOpt: {
			precision: axisPointerModel.get(["label", "precision"]),
			formatter: axisPointerModel.get(["label", "formatter"])
		},
		seriesDataIndices: payloadBatch.slice()
	});
}
function updateModelActually(showValueMap, axesInfo, outputPayload) {
	var outputAxesInfo = outputPayload.axesInfo = [];
	each$3(axesInfo, function(axisInfo, key) {
		var option = axisInfo.axisPointerModel.option;
		var valItem = showValueMap[key];
		if (valItem) {
			!axisInfo.useHandle && (option.status = "show");
			option.value = valItem.value;
			option.seriesDataIndices = (valItem.payloadBatch || []).slice();
		} else !axisInfo.useHandle && (option.status = "hide");
		option.status === "show" && outputAxesInfo.push({
			axisDim: axisInfo.axis.dim,
			axisIndex: axisInfo.axis.model.componentIndex,
			value: option.value
		});
	});
}
function dispatchTooltipActually(dataByCoordSys, point, payload, dispatchAction) {
	if (illegalPoint(point) || !dataByCoordSys.list.length) {
		dispatchAction({ type: "hideTip" });
		return;
	}
	var sampleItem = ((dataByCoordSys.list[0].dataByAxis[0] || {}).seriesDataIndices || [])[0] || {};
	dispatchAction({
		type: "showTip",
		escapeConnect: true,
		x: point[0],
		y: point[1],
		tooltipOption: payload.tooltipOption,
		position: payload.position,
		dataIndexInside: sampleItem.dataIndexInside,
		dataIndex: sampleItem.dataIndex,
		seriesIndex: sampleItem.seriesIndex,
		dataByCoordSys: dataByCoordSys.list
	});
}
function dispatchHighDownActually(axesInfo, dispatchAction, api) {
	var zr = api.getZr();
	var highDownKey = "axisPointerLastHighlights";
	var lastHighlights = inner$4(zr)[highDownKey] || {};
	var newHighlights = inner$4(zr)[highDownKey] = {};
	each$3(axesInfo, function(axisInfo, key) {
		var option = axisInfo.axisPointerModel.option;
		option.status === "show" && axisInfo.triggerEmphasis && each$3(option.seriesDataIndices, function(batchItem) {
			newHighlights[batchItem.seriesIndex + "|" + batchItem.dataIndex] = batchItem;
		});
	});
	var toHighlight = [];
	var toDownplay = [];
	function makeHighDownItem(batchItem) {
		return {
			seriesIndex: batchItem.seriesIndex,
			dataIndex: batchItem.dataIndex
		};
	}
	each$3(lastHighlights, function(batchItem, key) {
		!newHighlights[key] && toDownplay.push(makeHighDownItem(batchItem));
	});
	each$3(newHighlights, function(batchItem, key) {
		!lastHighlights[key] && toHighlight.push(makeHighDownItem(batchItem));
	});
	toDownplay.length && api.dispatchAction({
		type: "downplay",
		escapeConnect: true,
		notBlur: true,
		batch: toDownplay
	});
	toHighlight.length && api.dispatchAction({
		type: "highlight",
		escapeConnect: true,
		notBlur: true,
		batch: toHighlight
	});
}
function findInputAxisInfo(inputAxesInfo, axisInfo) {
	for (var i = 0; i < (inputAxesInfo || []).length; i++) {
		var inputAxisInfo = inputAxesInfo[i];
		if (axisInfo.axis.dim === inputAxisInfo.axisDim && axisInfo.axis.model.componentIndex === inputAxisInfo.axisIndex) return inputAxisInfo;
	}
}
function makeMapperParam(axisInfo) {
	var axisModel = axisInfo.axis.model;
	var item = {};
	var dim = item.axisDim = axisInfo.axis.dim;
	item.axisIndex = item[dim + "AxisIndex"] = axisModel.componentIndex;
	item.axisName = item[dim + "AxisName"] = axisModel.name;
	item.axisId = item[dim + "AxisId"] = axisModel.id;
	return item;
}
function illegalPoint(point) {
	return !point || point[0] == null || isNaN(point[0]) || point[1] == null || isNaN(point[1]);
}

// node_modules/echarts/lib/component/axisPointer/install.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function install$4(registers) {
	AxisView.registerAxisPointerClass("CartesianAxisPointer", CartesianAxisPointer);
	registers.registerComponentModel(AxisPointerModel);
	registers.registerComponentView(AxisPointerView);
	registers.registerPreprocessor(function(option) {
		if (option) {
			(!option.axisPointer || option.axisPointer.length === 0) && (option.axisPointer = {});
			var link = option.axisPointer.link;
			if (link && !isArray(link)) option.axisPointer.link = [link];
		}
	});
	registers.registerProcessor(registers.PRIORITY.PROCESSOR.STATISTIC, { overallReset: function(ecModel, api) {
		ecModel.getComponent("axisPointer").coordSysAxesInfo = collect(ecModel, api);
	} });
	registers.registerAction({
		type: "updateAxisPointer",
		event: "updateAxisPointer",
		update: ":updateAxisPointer"
	}, axisTrigger);
}
__name(install$4, "install");

// node_modules/echarts/lib/component/grid/install.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function install$3(registers) {
	use(install$5);
	use(install$4);
}
__name(install$3, "install");

// node_modules/echarts/lib/component/marker/checkMarkerInSeries.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function checkMarkerInSeries(seriesOpts, markerType) {
	if (!seriesOpts) return false;
	var seriesOptArr = isArray(seriesOpts) ? seriesOpts : [seriesOpts];
	for (var idx = 0; idx < seriesOptArr.length; idx++) if (seriesOptArr[idx] && seriesOptArr[idx][markerType]) return true;
	return false;
}

// node_modules/echarts/lib/component/marker/MarkerModel.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function fillLabel(opt) {
	defaultEmphasis(opt, "label", ["show"]);
}
var inner$3 = makeInner();
var MarkerModel = function(_super) {
	__extends(MarkerModel, _super);
	function MarkerModel() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = MarkerModel.type;
		/**
		* If marker model is created by self from series
		*/
		_this.createdBySelf = false;
		_this.preventAutoZ = true;
		return _this;
	}
	/**
	* @overrite
	*/
	MarkerModel.prototype.init = function(option, parentModel, ecModel) {
		if (process.env.NODE_ENV !== "production") {
			if (this.type === "marker") throw new Error("Marker component is abstract component. Use markLine, markPoint, markArea instead.");
		}
		this.mergeDefaultAndTheme(option, ecModel);
		this._mergeOption(option, ecModel, false, true);
	};
	MarkerModel.prototype.isAnimationEnabled = function() {
		if (env.node) return false;
		var hostSeries = this.__hostSeries;
		return this.getShallow("animation") && hostSeries && hostSeries.isAnimationEnabled();
	};
	/**
	* @overrite
	*/
	MarkerModel.prototype.mergeOption = function(newOpt, ecModel) {
		this._mergeOption(newOpt, ecModel, false, false);
	};
	MarkerModel.prototype._mergeOption = function(newOpt, ecModel, createdBySelf, isInit) {
		var componentType = this.mainType;
		if (!createdBySelf) ecModel.eachSeries(function(seriesModel) {
			var markerOpt = seriesModel.get(this.mainType, true);
			var markerModel = inner$3(seriesModel)[componentType];
			if (!markerOpt || !markerOpt.data) {
				inner$3(seriesModel)[componentType] = null;
				return;
			}
			if (!markerModel) {
				if (isInit) fillLabel(markerOpt);
				each$3(markerOpt.data, function(item) {
					if (item instanceof Array) {
						fillLabel(item[0]);
						fillLabel(item[1]);
					} else fillLabel(item);
				});
				markerModel = this.createMarkerModelFromSeries(markerOpt, this, ecModel);
				extend(markerModel, {
					mainType: this.mainType,
					seriesIndex: seriesModel.seriesIndex,
					name: seriesModel.name,
					createdBySelf: true
				});
				markerModel.__hostSeries = seriesModel;
			} else markerModel._mergeOption(markerOpt, ecModel, true);
			inner$3(seriesModel)[componentType] = markerModel;
		}, this);
	};
	MarkerModel.prototype.formatTooltip = function(dataIndex, multipleSeries, dataType) {
		var data = this.getData();
		var value = this.getRawValue(dataIndex);
		var itemName = data.getName(dataIndex);
		return createTooltipMarkup("section", {
			header: this.name,
			blocks: [createTooltipMarkup("nameValue", {
				name: itemName,
				value,
				noName: !itemName,
				noValue: value == null
			})]
		});
	};
	MarkerModel.prototype.getData = function() {
		return this._data;
	};
	MarkerModel.prototype.setData = function(data) {
		this._data = data;
	};
	MarkerModel.prototype.getDataParams = function(dataIndex, dataType) {
		var params = DataFormatMixin.prototype.getDataParams.call(this, dataIndex, dataType);
		var hostSeries = this.__hostSeries;
		if (hostSeries) {
			params.seriesId = hostSeries.id;
			params.seriesName = hostSeries.name;
			params.seriesType = hostSeries.subType;
		}
		return params;
	};
	MarkerModel.getMarkerModelFromSeries = function(seriesModel, componentType) {
		return inner$3(seriesModel)[componentType];
	};
	MarkerModel.type = "marker";
	MarkerModel.dependencies = [
		"series",
		"grid",
		"polar",
		"geo"
	];
	return MarkerModel;
}(ComponentModel);
mixin(MarkerModel, DataFormatMixin.prototype);

// node_modules/echarts/lib/component/marker/markerHelper.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function hasXOrY(item) {
	return !(isNaN(parseFloat(item.x)) && isNaN(parseFloat(item.y)));
}
function hasXAndY(item) {
	return !isNaN(parseFloat(item.x)) && !isNaN(parseFloat(item.y));
}
function markerTypeCalculatorWithExtent(markerType, data, axisDim, otherDataDim, targetDataDim, otherCoordIndex, targetCoordIndex) {
	var coordArr = [];
	var calcDataDim = isDimensionStacked(data, targetDataDim) ? data.getCalculationInfo("stackResultDimension") : targetDataDim;
	var value = numCalculate(data, calcDataDim, markerType);
	var dataIndex = data.hostModel.indicesOfNearest(axisDim, calcDataDim, value)[0];
	coordArr[otherCoordIndex] = data.get(otherDataDim, dataIndex);
	coordArr[targetCoordIndex] = data.get(calcDataDim, dataIndex);
	var coordArrValue = data.get(targetDataDim, dataIndex);
	var precision = getPrecision(data.get(targetDataDim, dataIndex));
	precision = Math.min(precision, 20);
	if (precision >= 0) coordArr[targetCoordIndex] = +coordArr[targetCoordIndex].toFixed(precision);
	return [coordArr, coordArrValue];
}
var markerTypeCalculator = {
	min: curry(markerTypeCalculatorWithExtent, "min"),
	max: curry(markerTypeCalculatorWithExtent, "max"),
	average: curry(markerTypeCalculatorWithExtent, "average"),
	median: curry(markerTypeCalculatorWithExtent, "median")
};
/**
* Transform markPoint data item to format used in List by do the following
* 1. Calculate statistic like `max`, `min`, `average`
* 2. Convert `item.xAxis`, `item.yAxis` to `item.coord` array
*/
function dataTransform(seriesModel, item) {
	if (!item) return;
	var data = seriesModel.getData();
	var coordSys = seriesModel.coordinateSystem;
	var dims = coordSys && coordSys.dimensions;
	if (!hasXAndY(item) && !isArray(item.coord) && isArray(dims)) {
		var axisInfo = getAxisInfo(item, data, coordSys, seriesModel);
		item = clone$1(item);
		if (item.type && markerTypeCalculator[item.type] && axisInfo.baseAxis && axisInfo.valueAxis) {
			var otherCoordIndex = indexOf(dims, axisInfo.baseAxis.dim);
			var targetCoordIndex = indexOf(dims, axisInfo.valueAxis.dim);
			var coordInfo = markerTypeCalculator[item.type](data, axisInfo.valueAxis.dim, axisInfo.baseDataDim, axisInfo.valueDataDim, otherCoordIndex, targetCoordIndex);
			item.coord = coordInfo[0];
			item.value = coordInfo[1];
		} else item.coord = [item.xAxis != null ? item.xAxis : item.radiusAxis, item.yAxis != null ? item.yAxis : item.angleAxis];
	}
	if (item.coord == null || !isArray(dims)) {
		item.coord = [];
		var baseAxis = seriesModel.getBaseAxis();
		if (baseAxis && item.type && markerTypeCalculator[item.type]) {
			var otherAxis = coordSys.getOtherAxis(baseAxis);
			if (otherAxis) item.value = numCalculate(data, data.mapDimension(otherAxis.dim), item.type);
		}
	} else {
		var coord = item.coord;
		for (var i = 0; i < 2; i++) if (markerTypeCalculator[coord[i]]) coord[i] = numCalculate(data, data.mapDimension(dims[i]), coord[i]);
	}
	return item;
}
function getAxisInfo(item, data, coordSys, seriesModel) {
	var ret = {};
	if (item.valueIndex != null || item.valueDim != null) {
		ret.valueDataDim = item.valueIndex != null ? data.getDimension(item.valueIndex) : item.valueDim;
		ret.valueAxis = coordSys.getAxis(dataDimToCoordDim(seriesModel, ret.valueDataDim));
		ret.baseAxis = coordSys.getOtherAxis(ret.valueAxis);
		ret.baseDataDim = data.mapDimension(ret.baseAxis.dim);
	} else {
		ret.baseAxis = seriesModel.getBaseAxis();
		ret.valueAxis = coordSys.getOtherAxis(ret.baseAxis);
		ret.baseDataDim = data.mapDimension(ret.baseAxis.dim);
		ret.valueDataDim = data.mapDimension(ret.valueAxis.dim);
	}
	return ret;
}
function dataDimToCoordDim(seriesModel, dataDim) {
	var dimItem = seriesModel.getData().getDimensionInfo(dataDim);
	return dimItem && dimItem.coordDim;
}
/**
* Filter data which is out of coordinateSystem range
* [dataFilter description]
*/
function dataFilter(coordSys, item) {
	return coordSys && coordSys.containData && item.coord && !hasXOrY(item) ? coordSys.containData(item.coord) : true;
}
function zoneFilter(coordSys, item1, item2) {
	return coordSys && coordSys.containZone && item1.coord && item2.coord && !hasXOrY(item1) && !hasXOrY(item2) ? coordSys.containZone(item1.coord, item2.coord) : true;
}
function createMarkerDimValueGetter(inCoordSys, dims) {
	return inCoordSys ? function(item, dimName, dataIndex, dimIndex) {
		var rawVal = dimIndex < 2 ? item.coord && item.coord[dimIndex] : item.value;
		return parseDataValue(rawVal, dims[dimIndex]);
	} : function(item, dimName, dataIndex, dimIndex) {
		return parseDataValue(item.value, dims[dimIndex]);
	};
}
function numCalculate(data, valueDataDim, type) {
	if (type === "average") {
		var sum_1 = 0;
		var count_1 = 0;
		data.each(valueDataDim, function(val, idx) {
			if (!isNaN(val)) {
				sum_1 += val;
				count_1++;
			}
		});
		return sum_1 / count_1;
	} else if (type === "median") return data.getMedian(valueDataDim);
	else return data.getDataExtent(valueDataDim)[type === "max" ? 1 : 0];
}

// node_modules/echarts/lib/component/marker/MarkerView.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$2 = makeInner();
var MarkerView = function(_super) {
	__extends(MarkerView, _super);
	function MarkerView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = MarkerView.type;
		return _this;
	}
	MarkerView.prototype.init = function() {
		this.markerGroupMap = createHashMap();
	};
	MarkerView.prototype.render = function(markerModel, ecModel, api) {
		var _this = this;
		var markerGroupMap = this.markerGroupMap;
		markerGroupMap.each(function(item) {
			inner$2(item).keep = false;
		});
		ecModel.eachSeries(function(seriesModel) {
			var markerModel = MarkerModel.getMarkerModelFromSeries(seriesModel, _this.type);
			markerModel && _this.renderSeries(seriesModel, markerModel, ecModel, api);
		});
		markerGroupMap.each(function(item) {
			!inner$2(item).keep && _this.group.remove(item.group);
		});
		updateZ(ecModel, markerGroupMap, this.type);
	};
	MarkerView.prototype.markKeep = function(drawGroup) {
		inner$2(drawGroup).keep = true;
	};
	MarkerView.prototype.toggleBlurSeries = function(seriesModelList, isBlur) {
		var _this = this;
		each$3(seriesModelList, function(seriesModel) {
			var markerModel = MarkerModel.getMarkerModelFromSeries(seriesModel, _this.type);
			if (markerModel) markerModel.getData().eachItemGraphicEl(function(el) {
				if (el) isBlur ? enterBlur(el) : leaveBlur(el);
			});
		});
	};
	MarkerView.type = "marker";
	return MarkerView;
}(ComponentView);
function updateZ(ecModel, markerGroupMap, type) {
	ecModel.eachSeries(function(seriesModel) {
		var markerModel = MarkerModel.getMarkerModelFromSeries(seriesModel, type);
		var markerDraw = markerGroupMap.get(seriesModel.id);
		if (markerModel && markerDraw && markerDraw.group) {
			var _a = retrieveZInfo(markerModel);
			var z = _a.z;
			var zlevel = _a.zlevel;
			traverseUpdateZ(markerDraw.group, z, zlevel);
		}
	});
}

// node_modules/echarts/lib/component/marker/MarkLineModel.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var MarkLineModel = function(_super) {
	__extends(MarkLineModel, _super);
	function MarkLineModel() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = MarkLineModel.type;
		return _this;
	}
	MarkLineModel.prototype.createMarkerModelFromSeries = function(markerOpt, masterMarkerModel, ecModel) {
		return new MarkLineModel(markerOpt, masterMarkerModel, ecModel);
	};
	MarkLineModel.type = "markLine";
	MarkLineModel.defaultOption = {
		z: 5,
		symbol: ["circle", "arrow"],
		symbolSize: [8, 16],
		symbolOffset: 0,
		precision: 2,
		tooltip: { trigger: "item" },
		label: {
			show: true,
			position: "end",
			distance: 5
		},
		lineStyle: { type: "dashed" },
		emphasis: {
			label: { show: true },
			lineStyle: { width: 3 }
		},
		animationEasing: "linear"
	};
	return MarkLineModel;
}(MarkerModel);

// node_modules/echarts/lib/component/marker/MarkLineView.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner$1 = makeInner();
var markLineTransform = function(seriesModel, coordSys, mlModel, item) {
	var data = seriesModel.getData();
	var itemArray;
	if (!isArray(item)) {
		var mlType = item.type;
		if (mlType === "min" || mlType === "max" || mlType === "average" || mlType === "median" || item.xAxis != null || item.yAxis != null) {
			var valueAxis = void 0;
			var value = void 0;
			if (item.yAxis != null || item.xAxis != null) {
				valueAxis = coordSys.getAxis(item.yAxis != null ? "y" : "x");
				value = retrieve(item.yAxis, item.xAxis);
			} else {
				var axisInfo = getAxisInfo(item, data, coordSys, seriesModel);
				valueAxis = axisInfo.valueAxis;
				var valueDataDim = getStackedDimension(data, axisInfo.valueDataDim);
				value = numCalculate(data, valueDataDim, mlType);
			}
			var valueIndex = valueAxis.dim === "x" ? 0 : 1;
			var baseIndex = 1 - valueIndex;
			var mlFrom = clone$1(item);
			var mlTo = { coord: [] };
			mlFrom.type = null;
			mlFrom.coord = [];
			mlFrom.coord[baseIndex] = -1e400;
			mlTo.coord[baseIndex] = 1e400;
			var precision = mlModel.get("precision");
			if (precision >= 0 && isNumber(value)) value = +value.toFixed(Math.min(precision, 20));
			mlFrom.coord[valueIndex] = mlTo.coord[valueIndex] = value;
			itemArray = [
				mlFrom,
				mlTo,
				{
					type: mlType,
					valueIndex: item.valueIndex,
					value
				}
			];
		} else {
			if (process.env.NODE_ENV !== "production") logError("Invalid markLine data.");
			itemArray = [];
		}
	} else itemArray = item;
	var normalizedItem = [
		dataTransform(seriesModel, itemArray[0]),
		dataTransform(seriesModel, itemArray[1]),
		extend({}, itemArray[2])
	];
	normalizedItem[2].type = normalizedItem[2].type || null;
	merge(normalizedItem[2], normalizedItem[0]);
	merge(normalizedItem[2], normalizedItem[1]);
	return normalizedItem;
};
function isInfinity$1(val) {
	return !isNaN(val) && !isFinite(val);
}
__name(isInfinity$1, "isInfinity");
function ifMarkLineHasOnlyDim(dimIndex, fromCoord, toCoord, coordSys) {
	var otherDimIndex = 1 - dimIndex;
	var dimName = coordSys.dimensions[dimIndex];
	return isInfinity$1(fromCoord[otherDimIndex]) && isInfinity$1(toCoord[otherDimIndex]) && fromCoord[dimIndex] === toCoord[dimIndex] && coordSys.getAxis(dimName).containData(fromCoord[dimIndex]);
}
function markLineFilter(coordSys, item) {
	if (coordSys.type === "cartesian2d") {
		var fromCoord = item[0].coord;
		var toCoord = item[1].coord;
		if (fromCoord && toCoord && (ifMarkLineHasOnlyDim(1, fromCoord, toCoord, coordSys) || ifMarkLineHasOnlyDim(0, fromCoord, toCoord, coordSys))) return true;
	}
	return dataFilter(coordSys, item[0]) && dataFilter(coordSys, item[1]);
}
function updateSingleMarkerEndLayout(data, idx, isFrom, seriesModel, api) {
	var coordSys = seriesModel.coordinateSystem;
	var itemModel = data.getItemModel(idx);
	var point;
	var xPx = parsePercent(itemModel.get("x"), api.getWidth());
	var yPx = parsePercent(itemModel.get("y"), api.getHeight());
	if (!isNaN(xPx) && !isNaN(yPx)) point = [xPx, yPx];
	else {
		if (seriesModel.getMarkerPosition) point = seriesModel.getMarkerPosition(data.getValues(data.dimensions, idx));
		else {
			var dims = coordSys.dimensions;
			var x = data.get(dims[0], idx);
			var y = data.get(dims[1], idx);
			point = coordSys.dataToPoint([x, y]);
		}
		if (isCoordinateSystemType(coordSys, "cartesian2d")) {
			var xAxis = coordSys.getAxis("x");
			var yAxis = coordSys.getAxis("y");
			var dims = coordSys.dimensions;
			if (isInfinity$1(data.get(dims[0], idx))) point[0] = xAxis.toGlobalCoord(xAxis.getExtent()[isFrom ? 0 : 1]);
			else if (isInfinity$1(data.get(dims[1], idx))) point[1] = yAxis.toGlobalCoord(yAxis.getExtent()[isFrom ? 0 : 1]);
		}
		if (!isNaN(xPx)) point[0] = xPx;
		if (!isNaN(yPx)) point[1] = yPx;
	}
	data.setItemLayout(idx, point);
}
var MarkLineView = function(_super) {
	__extends(MarkLineView, _super);
	function MarkLineView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = MarkLineView.type;
		return _this;
	}
	MarkLineView.prototype.updateTransform = function(markLineModel, ecModel, api) {
		ecModel.eachSeries(function(seriesModel) {
			var mlModel = MarkerModel.getMarkerModelFromSeries(seriesModel, "markLine");
			if (mlModel) {
				var mlData_1 = mlModel.getData();
				var fromData_1 = inner$1(mlModel).from;
				var toData_1 = inner$1(mlModel).to;
				fromData_1.each(function(idx) {
					updateSingleMarkerEndLayout(fromData_1, idx, true, seriesModel, api);
					updateSingleMarkerEndLayout(toData_1, idx, false, seriesModel, api);
				});
				mlData_1.each(function(idx) {
					mlData_1.setItemLayout(idx, [fromData_1.getItemLayout(idx), toData_1.getItemLayout(idx)]);
				});
				this.markerGroupMap.get(seriesModel.id).updateLayout();
			}
		}, this);
	};
	MarkLineView.prototype.renderSeries = function(seriesModel, mlModel, ecModel, api) {
		var coordSys = seriesModel.coordinateSystem;
		var seriesId = seriesModel.id;
		var seriesData = seriesModel.getData();
		var lineDrawMap = this.markerGroupMap;
		var lineDraw = lineDrawMap.get(seriesId) || lineDrawMap.set(seriesId, new LineDraw());
		this.group.add(lineDraw.group);
		var mlData = createList$1(coordSys, seriesModel, mlModel);
		var fromData = mlData.from;
		var toData = mlData.to;
		var lineData = mlData.line;
		inner$1(mlModel).from = fromData;
		inner$1(mlModel).to = toData;
		mlModel.setData(lineData);
		var symbolType = mlModel.get("symbol");
		var symbolSize = mlModel.get("symbolSize");
		var symbolRotate = mlModel.get("symbolRotate");
		var symbolOffset = mlModel.get("symbolOffset");
		if (!isArray(symbolType)) symbolType = [symbolType, symbolType];
		if (!isArray(symbolSize)) symbolSize = [symbolSize, symbolSize];
		if (!isArray(symbolRotate)) symbolRotate = [symbolRotate, symbolRotate];
		if (!isArray(symbolOffset)) symbolOffset = [symbolOffset, symbolOffset];
		mlData.from.each(function(idx) {
			updateDataVisualAndLayout(fromData, idx, true);
			updateDataVisualAndLayout(toData, idx, false);
		});
		lineData.each(function(idx) {
			var itemModel = lineData.getItemModel(idx);
			var lineStyle = itemModel.getModel("lineStyle").getLineStyle();
			lineData.setItemLayout(idx, [fromData.getItemLayout(idx), toData.getItemLayout(idx)]);
			var z2 = itemModel.get("z2");
			if (lineStyle.stroke == null) lineStyle.stroke = fromData.getItemVisual(idx, "style").fill;
			lineData.setItemVisual(idx, {
				z2: retrieve2(z2, 0),
				fromSymbolKeepAspect: fromData.getItemVisual(idx, "symbolKeepAspect"),
				fromSymbolOffset: fromData.getItemVisual(idx, "symbolOffset"),
				fromSymbolRotate: fromData.getItemVisual(idx, "symbolRotate"),
				fromSymbolSize: fromData.getItemVisual(idx, "symbolSize"),
				fromSymbol: fromData.getItemVisual(idx, "symbol"),
				toSymbolKeepAspect: toData.getItemVisual(idx, "symbolKeepAspect"),
				toSymbolOffset: toData.getItemVisual(idx, "symbolOffset"),
				toSymbolRotate: toData.getItemVisual(idx, "symbolRotate"),
				toSymbolSize: toData.getItemVisual(idx, "symbolSize"),
				toSymbol: toData.getItemVisual(idx, "symbol"),
				style: lineStyle
			});
		});
		lineDraw.updateData(lineData);
		mlData.line.eachItemGraphicEl(function(el) {
			getECData(el).dataModel = mlModel;
			el.traverse(function(child) {
				getECData(child).dataModel = mlModel;
			});
		});
		function updateDataVisualAndLayout(data, idx, isFrom) {
			var itemModel = data.getItemModel(idx);
			updateSingleMarkerEndLayout(data, idx, isFrom, seriesModel, api);
			var style = itemModel.getModel("itemStyle").getItemStyle();
			if (style.fill == null) style.fill = getVisualFromData(seriesData, "color");
			data.setItemVisual(idx, {
				symbolKeepAspect: itemModel.get("symbolKeepAspect"),
				symbolOffset: retrieve2(itemModel.get("symbolOffset", true), symbolOffset[isFrom ? 0 : 1]),
				symbolRotate: retrieve2(itemModel.get("symbolRotate", true), symbolRotate[isFrom ? 0 : 1]),
				symbolSize: retrieve2(itemModel.get("symbolSize"), symbolSize[isFrom ? 0 : 1]),
				symbol: retrieve2(itemModel.get("symbol", true), symbolType[isFrom ? 0 : 1]),
				style
			});
		}
		this.markKeep(lineDraw);
		lineDraw.group.silent = mlModel.get("silent") || seriesModel.get("silent");
	};
	MarkLineView.type = "markLine";
	return MarkLineView;
}(MarkerView);
function createList$1(coordSys, seriesModel, mlModel) {
	var coordDimsInfos;
	if (coordSys) coordDimsInfos = map$1(coordSys && coordSys.dimensions, function(coordDim) {
		var data = seriesModel.getData();
		var info = data.getDimensionInfo(data.mapDimension(coordDim)) || {};
		return extend(extend({}, info), {
			name: coordDim,
			ordinalMeta: null
		});
	});
	else coordDimsInfos = [{
		name: "value",
		type: "float"
	}];
	var fromData = new SeriesData(coordDimsInfos, mlModel);
	var toData = new SeriesData(coordDimsInfos, mlModel);
	var lineData = new SeriesData([], mlModel);
	var optData = map$1(mlModel.get("data"), curry(markLineTransform, seriesModel, coordSys, mlModel));
	if (coordSys) optData = filter(optData, curry(markLineFilter, coordSys));
	var dimValueGetter = createMarkerDimValueGetter(!!coordSys, coordDimsInfos);
	fromData.initData(map$1(optData, function(item) {
		return item[0];
	}), null, dimValueGetter);
	toData.initData(map$1(optData, function(item) {
		return item[1];
	}), null, dimValueGetter);
	lineData.initData(map$1(optData, function(item) {
		return item[2];
	}));
	lineData.hasItemOption = true;
	return {
		from: fromData,
		to: toData,
		line: lineData
	};
}
__name(createList$1, "createList");

// node_modules/echarts/lib/component/marker/installMarkLine.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function install$2(registers) {
	registers.registerComponentModel(MarkLineModel);
	registers.registerComponentView(MarkLineView);
	registers.registerPreprocessor(function(opt) {
		if (checkMarkerInSeries(opt.series, "markLine")) opt.markLine = opt.markLine || {};
	});
}
__name(install$2, "install");

// node_modules/echarts/lib/component/marker/MarkAreaModel.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var MarkAreaModel = function(_super) {
	__extends(MarkAreaModel, _super);
	function MarkAreaModel() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = MarkAreaModel.type;
		return _this;
	}
	MarkAreaModel.prototype.createMarkerModelFromSeries = function(markerOpt, masterMarkerModel, ecModel) {
		return new MarkAreaModel(markerOpt, masterMarkerModel, ecModel);
	};
	MarkAreaModel.type = "markArea";
	MarkAreaModel.defaultOption = {
		z: 1,
		tooltip: { trigger: "item" },
		animation: false,
		label: {
			show: true,
			position: "top"
		},
		itemStyle: { borderWidth: 0 },
		emphasis: { label: {
			show: true,
			position: "top"
		} }
	};
	return MarkAreaModel;
}(MarkerModel);

// node_modules/echarts/lib/component/marker/MarkAreaView.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
var inner = makeInner();
var markAreaTransform = function(seriesModel, coordSys, maModel, item) {
	var item0 = item[0];
	var item1 = item[1];
	if (!item0 || !item1) return;
	var lt = dataTransform(seriesModel, item0);
	var rb = dataTransform(seriesModel, item1);
	var ltCoord = lt.coord;
	var rbCoord = rb.coord;
	ltCoord[0] = retrieve(ltCoord[0], -1e400);
	ltCoord[1] = retrieve(ltCoord[1], -1e400);
	rbCoord[0] = retrieve(rbCoord[0], 1e400);
	rbCoord[1] = retrieve(rbCoord[1], 1e400);
	var result = mergeAll([
		{},
		lt,
		rb
	]);
	result.coord = [lt.coord, rb.coord];
	result.x0 = lt.x;
	result.y0 = lt.y;
	result.x1 = rb.x;
	result.y1 = rb.y;
	return result;
};
function isInfinity(val) {
	return !isNaN(val) && !isFinite(val);
}
function ifMarkAreaHasOnlyDim(dimIndex, fromCoord, toCoord, coordSys) {
	var otherDimIndex = 1 - dimIndex;
	return isInfinity(fromCoord[otherDimIndex]) && isInfinity(toCoord[otherDimIndex]);
}
function markAreaFilter(coordSys, item) {
	var fromCoord = item.coord[0];
	var toCoord = item.coord[1];
	var item0 = {
		coord: fromCoord,
		x: item.x0,
		y: item.y0
	};
	var item1 = {
		coord: toCoord,
		x: item.x1,
		y: item.y1
	};
	if (isCoordinateSystemType(coordSys, "cartesian2d")) {
		if (fromCoord && toCoord && (ifMarkAreaHasOnlyDim(1, fromCoord, toCoord, coordSys) || ifMarkAreaHasOnlyDim(0, fromCoord, toCoord, coordSys))) return true;
		return zoneFilter(coordSys, item0, item1);
	}
	return dataFilter(coordSys, item0) || dataFilter(coordSys, item1);
}
function getSingleMarkerEndPoint(data, idx, dims, seriesModel, api) {
	var coordSys = seriesModel.coordinateSystem;
	var itemModel = data.getItemModel(idx);
	var point;
	var xPx = parsePercent(itemModel.get(dims[0]), api.getWidth());
	var yPx = parsePercent(itemModel.get(dims[1]), api.getHeight());
	if (!isNaN(xPx) && !isNaN(yPx)) point = [xPx, yPx];
	else {
		if (seriesModel.getMarkerPosition) {
			var pointValue0 = data.getValues(["x0", "y0"], idx);
			var pointValue1 = data.getValues(["x1", "y1"], idx);
			var clampPointValue0 = coordSys.clampData(pointValue0);
			var clampPointValue1 = coordSys.clampData(pointValue1);
			var pointValue = [];
			if (dims[0] === "x0") pointValue[0] = clampPointValue0[0] > clampPointValue1[0] ? pointValue1[0] : pointValue0[0];
			else pointValue[0] = clampPointValue0[0] > clampPointValue1[0] ? pointValue0[0] : pointValue1[0];
			if (dims[1] === "y0") pointValue[1] = clampPointValue0[1] > clampPointValue1[1] ? pointValue1[1] : pointValue0[1];
			else pointValue[1] = clampPointValue0[1] > clampPointValue1[1] ? pointValue0[1] : pointValue1[1];
			point = seriesModel.getMarkerPosition(pointValue, dims, true);
		} else {
			var x = data.get(dims[0], idx);
			var y = data.get(dims[1], idx);
			var pt = [x, y];
			coordSys.clampData && coordSys.clampData(pt, pt);
			point = coordSys.dataToPoint(pt, true);
		}
		if (isCoordinateSystemType(coordSys, "cartesian2d")) {
			var xAxis = coordSys.getAxis("x");
			var yAxis = coordSys.getAxis("y");
			var x = data.get(dims[0], idx);
			var y = data.get(dims[1], idx);
			if (isInfinity(x)) point[0] = xAxis.toGlobalCoord(xAxis.getExtent()[dims[0] === "x0" ? 0 : 1]);
			else if (isInfinity(y)) point[1] = yAxis.toGlobalCoord(yAxis.getExtent()[dims[1] === "y0" ? 0 : 1]);
		}
		if (!isNaN(xPx)) point[0] = xPx;
		if (!isNaN(yPx)) point[1] = yPx;
	}
	return point;
}
var dimPermutations = [
	["x0", "y0"],
	["x1", "y0"],
	["x1", "y1"],
	["x0", "y1"]
];
var MarkAreaView = function(_super) {
	__extends(MarkAreaView, _super);
	function MarkAreaView() {
		var _this = _super !== null && _super.apply(this, arguments) || this;
		_this.type = MarkAreaView.type;
		return _this;
	}
	MarkAreaView.prototype.updateTransform = function(markAreaModel, ecModel, api) {
		ecModel.eachSeries(function(seriesModel) {
			var maModel = MarkerModel.getMarkerModelFromSeries(seriesModel, "markArea");
			if (maModel) {
				var areaData_1 = maModel.getData();
				areaData_1.each(function(idx) {
					var points = map$1(dimPermutations, function(dim) {
						return getSingleMarkerEndPoint(areaData_1, idx, dim, seriesModel, api);
					});
					areaData_1.setItemLayout(idx, points);
					areaData_1.getItemGraphicEl(idx).setShape("points", points);
				});
			}
		}, this);
	};
	MarkAreaView.prototype.renderSeries = function(seriesModel, maModel, ecModel, api) {
		var coordSys = seriesModel.coordinateSystem;
		var seriesId = seriesModel.id;
		var seriesData = seriesModel.getData();
		var areaGroupMap = this.markerGroupMap;
		var polygonGroup = areaGroupMap.get(seriesId) || areaGroupMap.set(seriesId, { group: new Group() });
		this.group.add(polygonGroup.group);
		this.markKeep(polygonGroup);
		var areaData = createList(coordSys, seriesModel, maModel);
		maModel.setData(areaData);
		areaData.each(function(idx) {
			var points = map$1(dimPermutations, function(dim) {
				return getSingleMarkerEndPoint(areaData, idx, dim, seriesModel, api);
			});
			var xAxisScale = coordSys.getAxis("x").scale;
			var yAxisScale = coordSys.getAxis("y").scale;
			var xAxisExtent = xAxisScale.getExtent();
			var yAxisExtent = yAxisScale.getExtent();
			var xPointExtent = [xAxisScale.parse(areaData.get("x0", idx)), xAxisScale.parse(areaData.get("x1", idx))];
			var yPointExtent = [yAxisScale.parse(areaData.get("y0", idx)), yAxisScale.parse(areaData.get("y1", idx))];
			asc(xPointExtent);
			asc(yPointExtent);
			var allClipped = !!(xAxisExtent[0] > xPointExtent[1] || xAxisExtent[1] < xPointExtent[0] || yAxisExtent[0] > yPointExtent[1] || yAxisExtent[1] < yPointExtent[0]);
			areaData.setItemLayout(idx, {
				points,
				allClipped
			});
			var itemModel = areaData.getItemModel(idx);
			var style = itemModel.getModel("itemStyle").getItemStyle();
			var z2 = itemModel.get("z2");
			var color = getVisualFromData(seriesData, "color");
			if (!style.fill) {
				style.fill = color;
				if (isString(style.fill)) style.fill = modifyAlpha(style.fill, .4);
			}
			if (!style.stroke) style.stroke = color;
			areaData.setItemVisual(idx, "style", style);
			areaData.setItemVisual(idx, "z2", retrieve2(z2, 0));
		});
		areaData.diff(inner(polygonGroup).data).add(function(idx) {
			var layout = areaData.getItemLayout(idx);
			var z2 = areaData.getItemVisual(idx, "z2");
			if (!layout.allClipped) {
				var polygon = new Polygon({
					z2: retrieve2(z2, 0),
					shape: { points: layout.points }
				});
				areaData.setItemGraphicEl(idx, polygon);
				polygonGroup.group.add(polygon);
			}
		}).update(function(newIdx, oldIdx) {
			var polygon = inner(polygonGroup).data.getItemGraphicEl(oldIdx);
			var layout = areaData.getItemLayout(newIdx);
			var z2 = areaData.getItemVisual(newIdx, "z2");
			if (!layout.allClipped) {
				if (polygon) updateProps$1(polygon, {
					z2: retrieve2(z2, 0),
					shape: { points: layout.points }
				}, maModel, newIdx);
				else polygon = new Polygon({ shape: { points: layout.points } });
				areaData.setItemGraphicEl(newIdx, polygon);
				polygonGroup.group.add(polygon);
			} else if (polygon) polygonGroup.group.remove(polygon);
		}).remove(function(idx) {
			var polygon = inner(polygonGroup).data.getItemGraphicEl(idx);
			polygonGroup.group.remove(polygon);
		}).execute();
		areaData.eachItemGraphicEl(function(polygon, idx) {
			var itemModel = areaData.getItemModel(idx);
			var style = areaData.getItemVisual(idx, "style");
			polygon.useStyle(areaData.getItemVisual(idx, "style"));
			setLabelStyle(polygon, getLabelStatesModels(itemModel), {
				labelFetcher: maModel,
				labelDataIndex: idx,
				defaultText: areaData.getName(idx) || "",
				inheritColor: isString(style.fill) ? modifyAlpha(style.fill, 1) : tokens.color.neutral99
			});
			setStatesStylesFromModel(polygon, itemModel);
			toggleHoverEmphasis(polygon, null, null, itemModel.get(["emphasis", "disabled"]));
			getECData(polygon).dataModel = maModel;
		});
		inner(polygonGroup).data = areaData;
		polygonGroup.group.silent = maModel.get("silent") || seriesModel.get("silent");
	};
	MarkAreaView.type = "markArea";
	return MarkAreaView;
}(MarkerView);
function createList(coordSys, seriesModel, maModel) {
	var areaData;
	var dataDims;
	var dims = [
		"x0",
		"y0",
		"x1",
		"y1"
	];
	if (coordSys) {
		var coordDimsInfos_1 = map$1(coordSys && coordSys.dimensions, function(coordDim) {
			var data = seriesModel.getData();
			var info = data.getDimensionInfo(data.mapDimension(coordDim)) || {};
			return extend(extend({}, info), {
				name: coordDim,
				ordinalMeta: null
			});
		});
		dataDims = map$1(dims, function(dim, idx) {
			return {
				name: dim,
				type: coordDimsInfos_1[idx % 2].type
			};
		});
		areaData = new SeriesData(dataDims, maModel);
	} else {
		dataDims = [{
			name: "value",
			type: "float"
		}];
		areaData = new SeriesData(dataDims, maModel);
	}
	var optData = map$1(maModel.get("data"), curry(markAreaTransform, seriesModel, coordSys, maModel));
	if (coordSys) optData = filter(optData, curry(markAreaFilter, coordSys));
	var dimValueGetter = coordSys ? function(item, dimName, dataIndex, dimIndex) {
		var rawVal = item.coord[Math.floor(dimIndex / 2)][dimIndex % 2];
		return parseDataValue(rawVal, dataDims[dimIndex]);
	} : function(item, dimName, dataIndex, dimIndex) {
		return parseDataValue(item.value, dataDims[dimIndex]);
	};
	areaData.initData(optData, null, dimValueGetter);
	areaData.hasItemOption = true;
	return areaData;
}

// node_modules/echarts/lib/component/marker/installMarkArea.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function install$1(registers) {
	registers.registerComponentModel(MarkAreaModel);
	registers.registerComponentView(MarkAreaView);
	registers.registerPreprocessor(function(opt) {
		if (checkMarkerInSeries(opt.series, "markArea")) opt.markArea = opt.markArea || {};
	});
}
__name(install$1, "install");

// node_modules/echarts/lib/renderer/installSVGRenderer.js
/**
* AUTO-GENERATED FILE. DO NOT MODIFY.
*/
function install(registers) {
	registers.registerPainter("svg", SVGPainter);
}

export { use as a, install$3 as i, install$1 as n, init as o, install$2 as r, install$6 as s, install as t };