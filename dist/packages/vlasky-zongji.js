import { a as __toESM, r as __name } from "../chunks/rolldown-runtime.js";
import { t as require_mysql2 } from "./mysql2.js";
import { t as require_lib } from "./iconv-lite.js";
import { EventEmitter } from "events";
import zlib from "zlib";

// node_modules/@vlasky/zongji/lib/reader.js
var import_mysql2 = /* @__PURE__ */ __toESM(require_mysql2(), 1);
var import_lib = /* @__PURE__ */ __toESM(require_lib(), 1);
var Parser = class {
	constructor(packet) {
		this.packet = null;
		this._buffer = null;
		this._offsetValue = 0;
		this._packetEndValue = 0;
		if (packet) this.setPacket(packet);
	}
	get _offset() {
		return this.packet ? this.packet.offset : this._offsetValue;
	}
	set _offset(value) {
		if (this.packet) this.packet.offset = value;
		else this._offsetValue = value;
	}
	get _packetEnd() {
		return this.packet ? this.packet.end : this._packetEndValue;
	}
	set _packetEnd(value) {
		if (this.packet) this.packet.end = value;
		else this._packetEndValue = value;
	}
	setPacket(packet) {
		this.packet = packet;
		this._buffer = packet.buffer;
	}
	append(buffer) {
		this.packet = null;
		this._buffer = buffer;
		this._offsetValue = 0;
		this._packetEndValue = buffer.length;
	}
	parseUnsignedNumber(bytes) {
		const offset = this._offset;
		this._offset += bytes;
		if (bytes <= 6) return this._buffer.readUIntLE(offset, bytes);
		if (bytes === 8) {
			const low = this._buffer.readUInt32LE(offset);
			return this._buffer.readUInt32LE(offset + 4) * 4294967296 + low;
		}
		throw new Error("Invalid unsigned integer size: " + bytes);
	}
	parseLengthCodedNumber() {
		const first = this.parseUnsignedNumber(1);
		if (first < 251) return first;
		if (first === 251) return null;
		if (first === 252) return this.parseUnsignedNumber(2);
		if (first === 253) return this.parseUnsignedNumber(3);
		if (first === 254) return this.parseUnsignedNumber(8);
		throw new Error("Invalid length coded number");
	}
	parseBuffer(length) {
		if (length === void 0) length = this._packetEnd - this._offset;
		const start = this._offset;
		this._offset += length;
		return this._buffer.slice(start, start + length);
	}
	parseString(length) {
		return this.parseBuffer(length).toString("utf8");
	}
	parsePacketTerminatedString() {
		return this.parseString(this._packetEnd - this._offset);
	}
	parseLengthCodedString() {
		const length = this.parseLengthCodedNumber();
		if (length === null) return null;
		return this.parseString(length);
	}
	reachedPacketEnd() {
		return this._offset >= this._packetEnd;
	}
};

// node_modules/@vlasky/zongji/lib/json_decode.js
const JSONB_TYPE_SMALL_OBJECT = 0;
const JSONB_TYPE_LARGE_OBJECT = 1;
const JSONB_TYPE_SMALL_ARRAY = 2;
const JSONB_TYPE_LARGE_ARRAY = 3;
const JSONB_TYPE_LITERAL = 4;
const JSONB_TYPE_INT16 = 5;
const JSONB_TYPE_UINT16 = 6;
const JSONB_TYPE_INT32 = 7;
const JSONB_TYPE_UINT32 = 8;
const JSONB_TYPE_INT64 = 9;
const JSONB_TYPE_UINT64 = 10;
const JSONB_TYPE_DOUBLE = 11;
const JSONB_TYPE_STRING = 12;
const JSONB_TYPE_OPAQUE = 15;
const JSONB_LITERALS = [
	null,
	true,
	false
];
const VAR_STRING_PREFIX = "base64:type253:";
function decodeJson(input) {
	return parseBinaryBuffer(input);
}
const MAX_SAFE_BIGINT$1 = BigInt(Number.MAX_SAFE_INTEGER);
const MIN_SAFE_BIGINT$1 = BigInt(Number.MIN_SAFE_INTEGER);
function convertBigInts(value) {
	if (typeof value === "bigint") return value >= MIN_SAFE_BIGINT$1 && value <= MAX_SAFE_BIGINT$1 ? Number(value) : value.toString();
	if (Array.isArray(value)) {
		for (let i = 0; i < value.length; i++) value[i] = convertBigInts(value[i]);
		return value;
	}
	if (value !== null && typeof value === "object") {
		for (const key of Object.keys(value)) value[key] = convertBigInts(value[key]);
		return value;
	}
	return value;
}
function jsonToText(value) {
	if (value === null) return "null";
	switch (typeof value) {
		case "bigint":
		case "number":
		case "boolean": return String(value);
		case "string": return JSON.stringify(value);
		default:
			if (Array.isArray(value)) return "[" + value.map(jsonToText).join(", ") + "]";
			return "{" + Object.keys(value).map((key) => JSON.stringify(key) + ": " + jsonToText(value[key])).join(", ") + "}";
	}
}
function parseBinaryBuffer(input, offset, parentValueOffset, readUInt, isLarge) {
	offset = offset || 0;
	readUInt = readUInt || input.readUInt16LE.bind(input);
	const valueOffset = offset === 0 ? 0 : readUInt(offset + 1) + parentValueOffset;
	let result = null;
	const jsonType = input.readUInt8(offset);
	switch (jsonType) {
		case JSONB_TYPE_INT16:
			result = input.readInt16LE(offset + 1);
			break;
		case JSONB_TYPE_UINT16:
			result = input.readUInt16LE(offset + 1);
			break;
		case JSONB_TYPE_LITERAL: {
			const inlineValue = input.readUInt8(offset + 1);
			result = JSONB_LITERALS[inlineValue];
			break;
		}
		case JSONB_TYPE_STRING: {
			let strLen = 0;
			let strLenSize = 0;
			let curStrLenByte;
			while (strLenSize === 0 || (curStrLenByte & 128) === 128) {
				strLenSize++;
				curStrLenByte = input.readUInt8(valueOffset + strLenSize);
				if (strLenSize === 1) strLen = curStrLenByte;
				else strLen = (strLen ^ Math.pow(128, strLenSize - 1)) + curStrLenByte * Math.pow(2, 7 * (strLenSize - 1));
			}
			result = input.toString("utf8", valueOffset + strLenSize + 1, valueOffset + strLenSize + 1 + strLen);
			break;
		}
		case JSONB_TYPE_LARGE_OBJECT:
			result = readObject(input, valueOffset, true);
			break;
		case JSONB_TYPE_SMALL_OBJECT:
			result = readObject(input, valueOffset, false);
			break;
		case JSONB_TYPE_LARGE_ARRAY:
			result = readArray(input, valueOffset, true);
			break;
		case JSONB_TYPE_SMALL_ARRAY:
			result = readArray(input, valueOffset, false);
			break;
		case JSONB_TYPE_DOUBLE: {
			const low = input.readUInt32LE(valueOffset + 1);
			const high = input.readUInt32LE(valueOffset + 5);
			result = parseIEEE754Float(high, low);
			break;
		}
		case JSONB_TYPE_INT32:
			result = isLarge ? input.readInt32LE(offset + 1) : input.readInt32LE(valueOffset + 1);
			break;
		case JSONB_TYPE_UINT32:
			result = isLarge ? input.readUInt32LE(offset + 1) : input.readUInt32LE(valueOffset + 1);
			break;
		case JSONB_TYPE_INT64: {
			const low = input.readUInt32LE(valueOffset + 1);
			const high = input.readUInt32LE(valueOffset + 5);
			result = BigInt.asIntN(64, BigInt(high) << 32n | BigInt(low));
			break;
		}
		case JSONB_TYPE_UINT64: {
			const low = input.readUInt32LE(valueOffset + 1);
			const high = input.readUInt32LE(valueOffset + 5);
			result = BigInt(high) << 32n | BigInt(low);
			break;
		}
		case JSONB_TYPE_OPAQUE: {
			const customType = input.readUInt8(valueOffset + 1);
			let dataLen = 0;
			let dataLenSize = 0;
			let curDataLenByte;
			while (dataLenSize === 0 || (curDataLenByte & 128) === 128) {
				dataLenSize++;
				curDataLenByte = input.readUInt8(valueOffset + 1 + dataLenSize);
				if (dataLenSize === 1) dataLen = curDataLenByte;
				else dataLen = (dataLen ^ Math.pow(128, dataLenSize - 1)) + curDataLenByte * Math.pow(2, 7 * (dataLenSize - 1));
			}
			const parser = new Parser();
			let metadata = {};
			const parseType = customType;
			parser.append(input.slice(valueOffset + dataLenSize + 2, valueOffset + dataLenSize + 2 + dataLen));
			switch (customType) {
				case MysqlTypes.DATE: {
					const raw = parser._buffer.readInt32LE(4);
					const yearMonth = sliceBits(raw, 14, 31);
					result = zeroPad(Math.floor(yearMonth / 13), 4) + "-" + zeroPad(yearMonth % 13, 2) + "-" + zeroPad(sliceBits(raw, 9, 14), 2);
					break;
				}
				case MysqlTypes.TIME: {
					let raw = parser._buffer.readUInt32LE(3);
					let fraction = sliceBits(parser._buffer.readInt32LE(0), 0, 24);
					const isNegative = (raw & 1 << 23) !== 0;
					if (isNegative) {
						raw = (raw ^ (1 << 24) - 1) + 1;
						if (fraction) {
							fraction = (fraction ^ (1 << 24) - 1) + 1;
							raw--;
						}
					}
					const hour = sliceBits(raw, 12, 22);
					const minute = sliceBits(raw, 6, 12);
					const second = sliceBits(raw, 0, 6);
					result = (isNegative ? "-" : "") + zeroPad(hour, hour > 99 ? 3 : 2) + ":" + zeroPad(minute, 2) + ":" + zeroPad(second, 2) + "." + zeroPad(fraction, 6);
					break;
				}
				case MysqlTypes.DATETIME: {
					const rawHigh = parser._buffer.readUInt32LE(3);
					const rawLow = parser._buffer.readUInt32LE(4);
					const fraction = sliceBits(parser._buffer.readInt32LE(0), 0, 24);
					const yearMonth = sliceBits(rawLow, 14, 31);
					result = zeroPad(Math.floor(yearMonth / 13), 4) + "-" + zeroPad(yearMonth % 13, 2) + "-" + zeroPad(sliceBits(rawLow, 9, 14), 2) + " " + zeroPad(sliceBits(rawHigh, 12, 17), 2) + ":" + zeroPad(sliceBits(rawHigh, 6, 12), 2) + ":" + zeroPad(sliceBits(rawHigh, 0, 6), 2) + "." + zeroPad(fraction, 6);
					break;
				}
				case MysqlTypes.NEWDECIMAL:
					metadata = {
						precision: parser.parseUnsignedNumber(1),
						decimals: parser.parseUnsignedNumber(1)
					};
					break;
				case MysqlTypes.VARCHAR:
					result = "base64:type15:" + parser._buffer.toString("base64");
					break;
				case MysqlTypes.VAR_STRING:
					result = VAR_STRING_PREFIX + parser._buffer.toString("base64");
					break;
				case MysqlTypes.STRING:
					result = "base64:type254:" + parser._buffer.toString("base64");
					break;
				default: throw new Error("JSON Opaque Type Not Implemented: " + customType);
			}
			if (result === null) result = readMysqlValue(parser, {
				type: parseType,
				metadata
			});
			break;
		}
		default: throw new Error("JSON Type Not Implemented: " + jsonType);
	}
	return result;
}
function readObject(input, valueOffset, isLarge) {
	let readUInt;
	let intSize;
	if (isLarge) {
		readUInt = input.readUInt32LE.bind(input);
		intSize = 4;
	} else {
		readUInt = input.readUInt16LE.bind(input);
		intSize = 2;
	}
	const result = {};
	const memberCount = readUInt(valueOffset + 1);
	const memberKeyStart = valueOffset + 1 + intSize * 2;
	const memberValueStart = memberKeyStart + memberCount * (intSize + 2);
	for (let pointerPos = 0; pointerPos < memberCount; pointerPos++) {
		const keyEntryPos = memberKeyStart + pointerPos * (intSize + 2);
		const keyStart = valueOffset + 1 + readUInt(keyEntryPos);
		const keyEnd = keyStart + input.readUInt16LE(keyEntryPos + intSize);
		const thisKey = input.toString("utf8", keyStart, keyEnd);
		result[thisKey] = parseBinaryBuffer(input, memberValueStart + pointerPos * (intSize + 1), valueOffset, readUInt, isLarge);
	}
	return result;
}
function readArray(input, valueOffset, isLarge) {
	let readUInt;
	let intSize;
	if (isLarge) {
		readUInt = input.readUInt32LE.bind(input);
		intSize = 4;
	} else {
		readUInt = input.readUInt16LE.bind(input);
		intSize = 2;
	}
	const result = [];
	const memberCount = readUInt(valueOffset + 1);
	for (let pointerPos = 0; pointerPos < memberCount; pointerPos++) {
		let memberValueOffset = valueOffset + 1 + intSize * 2 + pointerPos * (1 + intSize);
		result.push(parseBinaryBuffer(input, memberValueOffset, valueOffset, readUInt, isLarge));
	}
	return result;
}

// node_modules/@vlasky/zongji/lib/datetime_decode.js
const useDateStringsForType = function(dateStrings, sqlTypeString) {
	return dateStrings && (dateStrings === true || dateStrings.indexOf && dateStrings.indexOf(sqlTypeString) > -1);
};
const getFractionString = function(fraction) {
	return fraction ? "." + zeroPad(fraction.value, fraction.precision) : "";
};
const getDateString = function(year, month, date) {
	return zeroPad(year, 4) + "-" + zeroPad(month, 2) + "-" + zeroPad(date, 2);
};
const jsMonthFromMysqlMonth = function(month) {
	return month > 0 ? month - 1 : void 0;
};
const createDateFromParts = function(year, month, date, hour, minute, second, millisecond, timezone) {
	const jsMonth = jsMonthFromMysqlMonth(month);
	if (!timezone || timezone === "local") return new Date(year, jsMonth, date, hour, minute, second, millisecond);
	const utcTime = Date.UTC(year, jsMonth, date, hour, minute, second, millisecond);
	if (timezone === "Z") return new Date(utcTime);
	const offsetMinutes = getTimezoneOffsetMinutes(timezone);
	if (offsetMinutes === null) return new Date(year, jsMonth, date, hour, minute, second, millisecond);
	return /* @__PURE__ */ new Date(utcTime - offsetMinutes * 6e4);
};
function getDate(dateStrings, year, month, date, timezone) {
	if (!useDateStringsForType(dateStrings, "DATE")) return createDateFromParts(year, month, date, 0, 0, 0, 0, timezone);
	return getDateString(year, month, date);
}
function getDateTime(dateStrings, year, month, date, hour, minute, second, fraction, timezone) {
	if (!useDateStringsForType(dateStrings, "DATETIME")) return createDateFromParts(year, month, date, hour, minute, second, fraction ? fraction.milliseconds : 0, timezone);
	return getDateString(year, month, date) + " " + zeroPad(hour, 2) + ":" + zeroPad(minute, 2) + ":" + zeroPad(second, 2) + getFractionString(fraction);
}
const getTimezoneOffsetMinutes = function(timezone) {
	if (!timezone || timezone === "local" || timezone === "Z") return null;
	const match = timezone.match(/^([+-])(\d\d):(\d\d)$/);
	if (!match) return null;
	const sign = match[1] === "-" ? -1 : 1;
	const hours = parseInt(match[2], 10);
	const minutes = parseInt(match[3], 10);
	return sign * (hours * 60 + minutes);
};
const getTimeComponents = function(dateObject, timezone) {
	if (!timezone || timezone === "local") return {
		year: dateObject.getFullYear(),
		month: dateObject.getMonth() + 1,
		day: dateObject.getDate(),
		hours: dateObject.getHours(),
		minutes: dateObject.getMinutes(),
		seconds: dateObject.getSeconds()
	};
	if (timezone === "Z") return {
		year: dateObject.getUTCFullYear(),
		month: dateObject.getUTCMonth() + 1,
		day: dateObject.getUTCDate(),
		hours: dateObject.getUTCHours(),
		minutes: dateObject.getUTCMinutes(),
		seconds: dateObject.getUTCSeconds()
	};
	const offsetMinutes = getTimezoneOffsetMinutes(timezone);
	if (offsetMinutes === null) return {
		year: dateObject.getFullYear(),
		month: dateObject.getMonth() + 1,
		day: dateObject.getDate(),
		hours: dateObject.getHours(),
		minutes: dateObject.getMinutes(),
		seconds: dateObject.getSeconds()
	};
	const shifted = new Date(dateObject.getTime() + offsetMinutes * 6e4);
	return {
		year: shifted.getUTCFullYear(),
		month: shifted.getUTCMonth() + 1,
		day: shifted.getUTCDate(),
		hours: shifted.getUTCHours(),
		minutes: shifted.getUTCMinutes(),
		seconds: shifted.getUTCSeconds()
	};
};
function getTimeStamp(dateStrings, secondsFromEpoch, fraction, timezone) {
	const milliseconds = fraction ? fraction.milliseconds : 0;
	const dateObject = new Date(secondsFromEpoch * 1e3 + milliseconds);
	if (!useDateStringsForType(dateStrings, "TIMESTAMP")) return dateObject;
	if (secondsFromEpoch === 0 && (!fraction || fraction.value === 0)) return "0000-00-00 00:00:00" + getFractionString(fraction);
	const parts = getTimeComponents(dateObject, timezone);
	return getDateString(parts.year, parts.month, parts.day) + " " + zeroPad(parts.hours, 2) + ":" + zeroPad(parts.minutes, 2) + ":" + zeroPad(parts.seconds, 2) + getFractionString(fraction);
}

// node_modules/@vlasky/zongji/lib/common.js
const MysqlTypes = {
	DECIMAL: 0,
	TINY: 1,
	SHORT: 2,
	LONG: 3,
	FLOAT: 4,
	DOUBLE: 5,
	NULL: 6,
	TIMESTAMP: 7,
	LONGLONG: 8,
	INT24: 9,
	DATE: 10,
	TIME: 11,
	DATETIME: 12,
	YEAR: 13,
	NEWDATE: 14,
	VARCHAR: 15,
	BIT: 16,
	TIMESTAMP2: 17,
	DATETIME2: 18,
	TIME2: 19,
	BLOB_COMPRESSED: 140,
	VARCHAR_COMPRESSED: 141,
	JSON: 245,
	NEWDECIMAL: 246,
	ENUM: 247,
	SET: 248,
	TINY_BLOB: 249,
	MEDIUM_BLOB: 250,
	LONG_BLOB: 251,
	BLOB: 252,
	VAR_STRING: 253,
	STRING: 254,
	GEOMETRY: 255
};
const TWO_TO_POWER_THIRTY_TWO = Math.pow(2, 32);
const TWO_TO_POWER_SIXTY_THREE = 2n ** 63n;
const TWO_TO_POWER_SIXTY_FOUR = 2n ** 64n;
const MAX_SAFE_BIGINT = BigInt(Number.MAX_SAFE_INTEGER);
const MIN_SAFE_BIGINT = BigInt(Number.MIN_SAFE_INTEGER);
function unsignedInt64ToNumberOrString(high, low) {
	const value = BigInt(high) << 32n | BigInt(low);
	return value <= MAX_SAFE_BIGINT ? Number(value) : value.toString();
}
function bigintToNumberOrString(value) {
	return value >= MIN_SAFE_BIGINT && value <= MAX_SAFE_BIGINT ? Number(value) : value.toString();
}
const parseUInt64 = function(parser) {
	const low = parser.parseUnsignedNumber(4);
	const high = parser.parseUnsignedNumber(4);
	if (high >>> 21) return unsignedInt64ToNumberOrString(high, low);
	return high * TWO_TO_POWER_THIRTY_TWO + low;
};
function parseUInt48(parser) {
	const low = parser.parseUnsignedNumber(4);
	return parser.parseUnsignedNumber(2) * Math.pow(2, 32) + low;
}
const parseUInt24 = function(parser) {
	const low = parser.parseUnsignedNumber(2);
	return (parser.parseUnsignedNumber(1) << 16) + low;
};
function parseBytesArray(parser, length) {
	const result = new Array(length);
	for (let i = 0; i < length; i++) result[i] = parser.parseUnsignedNumber(1);
	return result;
}
const parseSetEnumTypeDef = function(type, prefixLen) {
	return type.substr(prefixLen, type.length - prefixLen - 1).split(",").map(function(opt) {
		return opt[0] === "\"" || opt[0] === "'" ? opt.substr(1, opt.length - 2) : opt;
	});
};
const zeroPad = function(num, size) {
	const s = "00000000000000000000000000000000" + num;
	return s.substr(s.length - size);
};
const sliceBits = function(input, start, end) {
	return (input & ((1 << end) - 1 ^ (1 << start) - 1)) >> start;
};
const parseIEEE754Float = function(high, low) {
	if (low !== void 0) {
		let value = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
		value.setUint32(0, high);
		value.setUint32(4, low);
		return value.getFloat64(0);
	} else {
		let value = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(4));
		value.setUint32(0, high);
		return value.getFloat32(0);
	}
};
const parseAnyInt = function(parser, column, columnSchema) {
	let result;
	let size;
	switch (column.type) {
		case MysqlTypes.TINY:
			size = 1;
			result = parser.parseUnsignedNumber(size);
			break;
		case MysqlTypes.SHORT:
			size = 2;
			result = parser.parseUnsignedNumber(size);
			break;
		case MysqlTypes.INT24:
			size = 3;
			result = parseUInt24(parser);
			break;
		case MysqlTypes.LONG:
			size = 4;
			result = parser.parseUnsignedNumber(size);
			break;
		case MysqlTypes.LONGLONG:
			size = 8;
			result = parseUInt64(parser);
	}
	if (!(columnSchema.UNSIGNED !== void 0 ? columnSchema.UNSIGNED : columnSchema.COLUMN_TYPE.indexOf("unsigned") !== -1)) {
		const length = size * 8;
		const int64 = length == 64;
		if (!int64 && result & 1 << length - 1) result = (result ^ Math.pow(2, length) - 1) * -1 - 1;
		else if (int64) {
			const unsigned = BigInt(result);
			if (unsigned >= TWO_TO_POWER_SIXTY_THREE) {
				const signed = unsigned - TWO_TO_POWER_SIXTY_FOUR;
				result = signed >= MIN_SAFE_BIGINT ? Number(signed) : signed.toString();
			}
		}
	}
	return result;
};
const readInt24BE = function(buf, offset, noAssert) {
	return (buf.readInt8(offset, noAssert) << 16) + buf.readUInt16BE(offset + 1, noAssert);
};
const readIntBE = function(buf, offset, length, noAssert) {
	switch (length) {
		case 1: return buf.readInt8(offset, noAssert);
		case 2: return buf.readInt16BE(offset, noAssert);
		case 3: return readInt24BE(buf, offset, noAssert);
		case 4: return buf.readInt32BE(offset, noAssert);
	}
};
const parseNewDecimal = function(parser, column, zongji) {
	const digitsPerInteger = 9;
	const compressedBytes = [
		0,
		1,
		1,
		2,
		2,
		3,
		3,
		4,
		4,
		4
	];
	const scale = column.metadata.decimals;
	const integral = column.metadata.precision - scale;
	const uncompIntegral = Math.floor(integral / digitsPerInteger);
	const uncompFractional = Math.floor(scale / digitsPerInteger);
	const compIntegral = integral - uncompIntegral * digitsPerInteger;
	const compFractional = scale - uncompFractional * digitsPerInteger;
	const size = uncompIntegral * 4 + compressedBytes[compIntegral] + uncompFractional * 4 + compressedBytes[compFractional];
	const buffer = Buffer.from(parser._buffer.subarray(parser._offset, parser._offset + size));
	parser._offset += size;
	let pos = 0;
	const isPositive = (buffer.readUInt8(0) & 128) === 128;
	buffer.writeUInt8(buffer.readUInt8(0) ^ 128, 0);
	const mask = isPositive ? 0 : -1;
	let intDigits = "";
	const compIntegralSize = compressedBytes[compIntegral];
	if (compIntegralSize > 0) {
		intDigits += (readIntBE(buffer, 0, compIntegralSize) ^ mask).toString(10);
		pos += compIntegralSize;
	}
	for (let i = 0; i < uncompIntegral; i++) {
		intDigits += zeroPad((buffer.readInt32BE(pos) ^ mask).toString(10), 9);
		pos += 4;
	}
	intDigits = intDigits.replace(/^0+(?=\d)/, "");
	if (intDigits === "") intDigits = "0";
	let fractionDigits = "";
	for (let k = 0; k < uncompFractional; k++) {
		fractionDigits += zeroPad((buffer.readInt32BE(pos) ^ mask).toString(10), 9);
		pos += 4;
	}
	const compFractionalSize = compressedBytes[compFractional];
	if (compFractionalSize > 0) fractionDigits += zeroPad((readIntBE(buffer, pos, compFractionalSize) ^ mask).toString(10), compFractional);
	let str = (isPositive ? "" : "-") + intDigits;
	if (scale > 0) str += "." + fractionDigits;
	const config = zongji && zongji.connection && zongji.connection.config;
	return config && config.decimalNumbers ? parseFloat(str) : str;
};
const parseGeometryValue = function(buffer) {
	let offset = 4;
	if (buffer === null || !buffer.length) return null;
	function parseGeometry() {
		let result = null;
		const byteOrder = buffer.readUInt8(offset);
		offset += 1;
		const wkbType = byteOrder ? buffer.readUInt32LE(offset) : buffer.readUInt32BE(offset);
		offset += 4;
		let x;
		let y;
		let numPoints;
		let i;
		switch (wkbType) {
			case 1:
				x = byteOrder ? buffer.readDoubleLE(offset) : buffer.readDoubleBE(offset);
				offset += 8;
				y = byteOrder ? buffer.readDoubleLE(offset) : buffer.readDoubleBE(offset);
				offset += 8;
				result = {
					x,
					y
				};
				break;
			case 2:
				numPoints = byteOrder ? buffer.readUInt32LE(offset) : buffer.readUInt32BE(offset);
				offset += 4;
				result = [];
				for (i = numPoints; i > 0; i--) {
					x = byteOrder ? buffer.readDoubleLE(offset) : buffer.readDoubleBE(offset);
					offset += 8;
					y = byteOrder ? buffer.readDoubleLE(offset) : buffer.readDoubleBE(offset);
					offset += 8;
					result.push({
						x,
						y
					});
				}
				break;
			case 3: {
				const numRings = byteOrder ? buffer.readUInt32LE(offset) : buffer.readUInt32BE(offset);
				offset += 4;
				result = [];
				for (i = numRings; i > 0; i--) {
					numPoints = byteOrder ? buffer.readUInt32LE(offset) : buffer.readUInt32BE(offset);
					offset += 4;
					const line = [];
					for (let j = numPoints; j > 0; j--) {
						x = byteOrder ? buffer.readDoubleLE(offset) : buffer.readDoubleBE(offset);
						offset += 8;
						y = byteOrder ? buffer.readDoubleLE(offset) : buffer.readDoubleBE(offset);
						offset += 8;
						line.push({
							x,
							y
						});
					}
					result.push(line);
				}
				break;
			}
			case 4:
			case 5:
			case 6:
			case 7: {
				const num = byteOrder ? buffer.readUInt32LE(offset) : buffer.readUInt32BE(offset);
				offset += 4;
				result = [];
				for (i = num; i > 0; i--) result.push(parseGeometry());
				break;
			}
		}
		return result;
	}
	return parseGeometry();
};
/** @returns {false | { value: number, precision: number, milliseconds: number }} */
const readTemporalFraction = function(parser, fractionPrecision) {
	if (!fractionPrecision) return false;
	let fractionSize = Math.ceil(fractionPrecision / 2);
	let fraction = readIntBE(parser._buffer, parser._offset, fractionSize);
	parser._offset += fractionSize;
	if (fractionPrecision % 2 !== 0) fraction /= 10;
	if (fraction < 0) fraction *= -1;
	let milliseconds;
	if (fractionPrecision > 3) milliseconds = Math.floor(fraction / Math.pow(10, fractionPrecision - 3));
	else if (fractionPrecision < 3) milliseconds = fraction * Math.pow(10, 3 - fractionPrecision);
	else milliseconds = fraction;
	return {
		value: fraction,
		precision: fractionPrecision,
		milliseconds
	};
};
function formatUuid$1(buffer) {
	const hex = buffer.toString("hex");
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20)
	].join("-");
}
__name(formatUuid$1, "formatUuid");
function parseSerializationVarint(parser, end, what) {
	if (parser._offset + 1 > end) throw new Error(`Truncated ${what}: varint head past event end`);
	const first = parser.parseUnsignedNumber(1);
	let extra = 0;
	while (extra < 8 && first >> extra & 1) extra++;
	if (parser._offset + extra > end) throw new Error(`Truncated ${what}: ${extra + 1}-byte varint past event end`);
	if (extra === 8) {
		let value = 0n;
		for (let i = 0; i < 8; i++) value |= BigInt(parser.parseUnsignedNumber(1)) << BigInt(8 * i);
		return value;
	}
	let rest = 0n;
	for (let i = 0; i < extra; i++) rest |= BigInt(parser.parseUnsignedNumber(1)) << BigInt(8 * i);
	return BigInt(first) >> BigInt(extra + 1) | rest << BigInt(8 - (extra + 1));
}
function parseSerializationVarintSigned(parser, end, what) {
	const u = parseSerializationVarint(parser, end, what);
	return u & 1n ? -(u >> 1n) - 1n : u >> 1n;
}
const ICONV_CHARSET_OVERRIDES = {
	utf8mb3: "utf8",
	utf8mb4: "utf8",
	latin1: "cp1252",
	ucs2: "utf16-be",
	utf16: "utf16-be",
	utf16le: "utf16-le",
	utf32: "utf32-be",
	ujis: "eucjp",
	eucjpms: "eucjp",
	macce: "maccenteuro"
};
function decodeTextColumn(buffer, charset) {
	const charsetName = ICONV_CHARSET_OVERRIDES[charset] || charset || "utf8";
	if (charsetName === "utf8") return buffer.toString("utf8");
	try {
		return import_lib.default.decode(buffer, charsetName, { stripBOM: false });
	} catch (err) {
		console.warn(err);
		return buffer;
	}
}
const uncompressColumnValue = function(buffer) {
	if (buffer.length === 0) return buffer;
	const header = buffer[0];
	const method = header >> 4;
	if (method === 0) return buffer.subarray(1);
	if (method === 8) {
		const lengthBytes = header & 7;
		const compressed = buffer.subarray(1 + lengthBytes);
		return header & 8 ? zlib.inflateRawSync(compressed) : zlib.inflateSync(compressed);
	}
	throw new Error(`Unknown MariaDB column compression method ${method}`);
};
function uncompressBinlogEventPayload(buffer) {
	if (buffer.length < 1) throw new Error("Empty compressed binlog event payload");
	const header = buffer[0];
	const algorithm = (header & 112) >> 4;
	if ((header & 128) === 0 || algorithm !== 0) throw new Error(`Unknown binlog event compression header 0x${header.toString(16)}`);
	const lengthBytes = header & 7;
	if (lengthBytes < 1 || lengthBytes > 4 || buffer.length < 1 + lengthBytes) throw new Error(`Corrupt binlog event compression header 0x${header.toString(16)}`);
	const originalLength = buffer.readUIntBE(1, lengthBytes);
	const inflated = zlib.inflateSync(buffer.subarray(1 + lengthBytes));
	if (inflated.length !== originalLength) throw new Error(`Compressed binlog event inflated to ${inflated.length} bytes, expected ${originalLength}`);
	return inflated;
}
function formatInet4(buffer) {
	return `${buffer[0]}.${buffer[1]}.${buffer[2]}.${buffer[3]}`;
}
function formatInet6(buffer) {
	if (buffer.subarray(0, 10).every((byte) => byte === 0)) {
		const v4 = formatInet4(buffer.subarray(12));
		if (buffer[10] === 255 && buffer[11] === 255) return `::ffff:${v4}`;
		if (buffer[10] === 0 && buffer[11] === 0 && buffer.readUInt32BE(12) > 1) return `::${v4}`;
	}
	const groups = [];
	for (let i = 0; i < 16; i += 2) groups.push(buffer.readUInt16BE(i));
	let bestStart = -1;
	let bestLength = 1;
	for (let i = 0; i < 8;) {
		if (groups[i] !== 0) {
			i++;
			continue;
		}
		let j = i;
		while (j < 8 && groups[j] === 0) j++;
		if (j - i > bestLength) {
			bestStart = i;
			bestLength = j - i;
		}
		i = j;
	}
	const hex = (value) => value.toString(16);
	if (bestStart === -1) return groups.map(hex).join(":");
	return `${groups.slice(0, bestStart).map(hex).join(":")}::${groups.slice(bestStart + bestLength).map(hex).join(":")}`;
}
const hiresPrecision = function(columnSchema) {
	const match = /^(?:time|datetime|timestamp)\((\d)\)/.exec(columnSchema.COLUMN_TYPE);
	return match ? parseInt(match[1], 10) : 0;
};
const hiresFractionObject = function(value, precision) {
	let milliseconds;
	if (precision > 3) milliseconds = Math.floor(value / Math.pow(10, precision - 3));
	else if (precision < 3) milliseconds = value * Math.pow(10, 3 - precision);
	else milliseconds = value;
	return {
		value,
		precision,
		milliseconds
	};
};
function readMysqlValue(parser, column, columnSchema, tableMap, zongji) {
	let result;
	let high;
	let low;
	let raw;
	let choices;
	let size;
	let lengthSize;
	let buffer;
	let isNegative;
	let fraction;
	let hour;
	let minute;
	let second;
	let date;
	let time;
	let yearMonth;
	switch (column.type) {
		case MysqlTypes.TINY:
		case MysqlTypes.SHORT:
		case MysqlTypes.INT24:
		case MysqlTypes.LONG:
		case MysqlTypes.LONGLONG:
			result = parseAnyInt.apply(this, arguments);
			break;
		case MysqlTypes.FLOAT:
			raw = parser.parseUnsignedNumber(4);
			result = parseIEEE754Float(raw);
			break;
		case MysqlTypes.DOUBLE:
			low = parser.parseUnsignedNumber(4);
			high = parser.parseUnsignedNumber(4);
			result = parseIEEE754Float(high, low);
			break;
		case MysqlTypes.NEWDECIMAL:
			result = parseNewDecimal(parser, column, zongji);
			break;
		case MysqlTypes.SET:
			if (column.metadata.size === 8) {
				low = parser.parseUnsignedNumber(4);
				high = parser.parseUnsignedNumber(4);
			} else low = parser.parseUnsignedNumber(column.metadata.size);
			choices = columnSchema.SET_VALUES || parseSetEnumTypeDef(columnSchema.COLUMN_TYPE, 4);
			result = "";
			for (let i = 0; low >= Math.pow(2, i); i++) if (low & Math.pow(2, i)) result += choices[i] + ",";
			if (high) {
				for (let i = 0; high >= Math.pow(2, i); i++) if (high & Math.pow(2, i)) result += choices[i + 32] + ",";
			}
			if (result.length > 0) result = result.substr(0, result.length - 1);
			break;
		case MysqlTypes.ENUM:
			raw = parser.parseUnsignedNumber(column.metadata.size);
			choices = columnSchema.ENUM_VALUES || parseSetEnumTypeDef(columnSchema.COLUMN_TYPE, 5);
			result = choices[raw - 1];
			break;
		case MysqlTypes.VAR_STRING:
			result = parser.parseLengthCodedString();
			break;
		case MysqlTypes.VARCHAR_COMPRESSED: {
			const prefixSize = column.metadata["max_length"] > 255 ? 2 : 1;
			size = parser.parseUnsignedNumber(prefixSize);
			buffer = uncompressColumnValue(parser.parseBuffer(size));
			result = columnSchema.COLUMN_TYPE.substr(0, 6) === "varbin" ? buffer : decodeTextColumn(buffer, column.charset);
			break;
		}
		case MysqlTypes.VARCHAR:
		case MysqlTypes.STRING: {
			const prefixSize = column.metadata["max_length"] > 255 ? 2 : 1;
			size = parser.parseUnsignedNumber(prefixSize);
			const def = columnSchema.COLUMN_TYPE;
			const defPrefix = def.substr(0, 6);
			const readFixedWidth = (width) => {
				const padded = Buffer.alloc(width, 0);
				parser.parseBuffer(size).copy(padded);
				return padded;
			};
			if (def === "uuid") result = formatUuid$1(readFixedWidth(16));
			else if (def === "inet4") result = formatInet4(readFixedWidth(4));
			else if (def === "inet6") result = formatInet6(readFixedWidth(16));
			else if (defPrefix === "vector") result = parser.parseBuffer(size);
			else if (defPrefix === "binary") {
				const bufsize = parseInt(def.substr(7, def.length - 2), 10);
				result = Buffer.alloc(bufsize, 0);
				parser.parseBuffer(size).copy(result);
			} else if (defPrefix === "varbin") result = parser.parseBuffer(size);
			else result = decodeTextColumn(parser.parseBuffer(size), column.charset);
			break;
		}
		case MysqlTypes.TINY_BLOB:
		case MysqlTypes.MEDIUM_BLOB:
		case MysqlTypes.LONG_BLOB:
		case MysqlTypes.BLOB:
		case MysqlTypes.BLOB_COMPRESSED:
			lengthSize = column.metadata["length_size"];
			result = parser.parseBuffer(parser.parseUnsignedNumber(lengthSize));
			if (column.type === MysqlTypes.BLOB_COMPRESSED) result = uncompressColumnValue(result);
			if (column.charset !== null) result = decodeTextColumn(result, column.charset);
			break;
		case MysqlTypes.JSON:
			lengthSize = column.metadata["length_size"];
			size = parser.parseUnsignedNumber(lengthSize);
			buffer = parser.parseBuffer(size);
			if (buffer.length === 0) result = null;
			else {
				const decoded = decodeJson(buffer);
				const config = zongji && zongji.connection && zongji.connection.config;
				result = config && config.jsonStrings ? jsonToText(decoded) : convertBigInts(decoded);
			}
			break;
		case MysqlTypes.GEOMETRY:
			lengthSize = column.metadata["length_size"];
			size = parser.parseUnsignedNumber(lengthSize);
			buffer = parser.parseBuffer(size);
			result = parseGeometryValue(buffer);
			break;
		case MysqlTypes.DATE:
			raw = parseUInt24(parser);
			result = getDate(zongji.connection.config.dateStrings, sliceBits(raw, 9, 24), sliceBits(raw, 5, 9), sliceBits(raw, 0, 5), zongji.connection.config.timezone);
			break;
		case MysqlTypes.TIME: {
			const hiresDec = hiresPrecision(columnSchema);
			if (hiresDec > 0) {
				const bytes = [
					3,
					4,
					4,
					5,
					5,
					5,
					6
				][hiresDec];
				const scale = Math.pow(10, hiresDec);
				let stored = parser._buffer.readUIntBE(parser._offset, bytes);
				parser._offset += bytes;
				stored -= 3020400 * scale;
				isNegative = stored < 0;
				if (isNegative) stored = -stored;
				fraction = hiresFractionObject(stored % scale, hiresDec);
				const totalSeconds = Math.floor(stored / scale);
				hour = Math.floor(totalSeconds / 3600);
				minute = Math.floor(totalSeconds % 3600 / 60);
				second = totalSeconds % 60;
				result = (isNegative ? "-" : "") + zeroPad(hour, hour > 99 ? 3 : 2) + ":" + zeroPad(minute, 2) + ":" + zeroPad(second, 2) + getFractionString(fraction);
				break;
			}
			raw = parseUInt24(parser);
			isNegative = (raw & 1 << 23) !== 0;
			if (isNegative) raw = raw ^ (1 << 24) - 1;
			hour = Math.floor(raw / 1e4);
			minute = Math.floor(raw % 1e4 / 100);
			second = raw % 100;
			if (isNegative) second += 1;
			result = (isNegative ? "-" : "") + zeroPad(hour, hour > 99 ? 3 : 2) + ":" + zeroPad(minute, 2) + ":" + zeroPad(second, 2);
			break;
		}
		case MysqlTypes.TIME2:
			raw = readIntBE(parser._buffer, parser._offset, 3);
			parser._offset += 3;
			fraction = readTemporalFraction(parser, column.metadata.decimals);
			isNegative = (raw & 1 << 23) === 0;
			if (isNegative) raw = raw ^ (1 << 24) - 1;
			hour = sliceBits(raw, 12, 22);
			minute = sliceBits(raw, 6, 12);
			second = sliceBits(raw, 0, 6);
			if (isNegative && (fraction === false || fraction.value === 0)) second++;
			result = (isNegative ? "-" : "") + zeroPad(hour, hour > 99 ? 3 : 2) + ":" + zeroPad(minute, 2) + ":" + zeroPad(second, 2);
			if (fraction !== false) result += getFractionString(fraction);
			break;
		case MysqlTypes.DATETIME: {
			const hiresDec = hiresPrecision(columnSchema);
			if (hiresDec > 0) {
				const bytes = [
					5,
					6,
					6,
					7,
					7,
					7,
					8
				][hiresDec];
				let packed = 0n;
				for (let i = 0; i < bytes; i++) packed = packed << 8n | BigInt(parser._buffer[parser._offset + i]);
				parser._offset += bytes;
				const scale = 10n ** BigInt(hiresDec);
				fraction = hiresFractionObject(Number(packed % scale), hiresDec);
				let units = packed / scale;
				const secondPart = Number(units % 60n);
				units /= 60n;
				const minutePart = Number(units % 60n);
				units /= 60n;
				const hourPart = Number(units % 24n);
				units /= 24n;
				const dayPart = Number(units % 32n);
				units /= 32n;
				const monthPart = Number(units % 13n);
				units /= 13n;
				result = getDateTime(zongji.connection.config.dateStrings, Number(units), monthPart, dayPart, hourPart, minutePart, secondPart, fraction, zongji.connection.config.timezone);
				break;
			}
			raw = parseUInt64(parser);
			date = Math.floor(raw / 1e6);
			time = raw % 1e6;
			result = getDateTime(zongji.connection.config.dateStrings, Math.floor(date / 1e4), Math.floor(date % 1e4 / 100), date % 100, Math.floor(time / 1e4), Math.floor(time % 1e4 / 100), time % 100, void 0, zongji.connection.config.timezone);
			break;
		}
		case MysqlTypes.DATETIME2: {
			const rawHigh = readIntBE(parser._buffer, parser._offset, 4);
			const rawLow = readIntBE(parser._buffer, parser._offset + 1, 4);
			parser._offset += 5;
			fraction = readTemporalFraction(parser, column.metadata.decimals);
			yearMonth = sliceBits(rawHigh, 14, 31);
			result = getDateTime(zongji.connection.config.dateStrings, Math.floor(yearMonth / 13), yearMonth % 13, sliceBits(rawLow, 17, 22), sliceBits(rawLow, 12, 17), sliceBits(rawLow, 6, 12), sliceBits(rawLow, 0, 6), fraction, zongji.connection.config.timezone);
			break;
		}
		case MysqlTypes.TIMESTAMP: {
			const hiresDec = hiresPrecision(columnSchema);
			if (hiresDec > 0) {
				raw = parser._buffer.readUInt32BE(parser._offset);
				parser._offset += 4;
				const fracBytes = [
					0,
					1,
					1,
					2,
					2,
					3,
					3
				][hiresDec];
				fraction = hiresFractionObject(parser._buffer.readUIntBE(parser._offset, fracBytes), hiresDec);
				parser._offset += fracBytes;
				result = getTimeStamp(zongji.connection.config.dateStrings, raw, fraction, zongji.connection.config.timezone);
				break;
			}
			raw = parser.parseUnsignedNumber(4);
			result = getTimeStamp(zongji.connection.config.dateStrings, raw, void 0, zongji.connection.config.timezone);
			break;
		}
		case MysqlTypes.TIMESTAMP2:
			raw = readIntBE(parser._buffer, parser._offset, 4);
			parser._offset += 4;
			fraction = readTemporalFraction(parser, column.metadata.decimals);
			result = getTimeStamp(zongji.connection.config.dateStrings, raw, fraction, zongji.connection.config.timezone);
			break;
		case MysqlTypes.YEAR:
			raw = parser.parseUnsignedNumber(1);
			result = raw + 1900;
			break;
		case MysqlTypes.BIT:
			size = Math.floor((column.metadata.bits + 7) / 8);
			result = parser._buffer.slice(parser._offset, parser._offset + size);
			parser._offset += size;
			break;
		case MysqlTypes.NULL:
		case MysqlTypes.DECIMAL:
		case MysqlTypes.NEWDATE:
		default:
			result = void 0;
			zongji.emit("error", /* @__PURE__ */ new Error("Unsupported type \"" + column.type + "\" on column \"" + column.name + "\" of the table \"" + tableMap.tableName + "\" in the database \"" + tableMap.parentSchema + "\""));
	}
	return result;
}

// node_modules/@vlasky/zongji/lib/charset_map.js
const collationCharsets = {
	1: "big5",
	2: "latin2",
	3: "dec8",
	4: "cp850",
	5: "latin1",
	6: "hp8",
	7: "koi8r",
	8: "latin1",
	9: "latin2",
	10: "swe7",
	11: "ascii",
	12: "ujis",
	13: "sjis",
	14: "cp1251",
	15: "latin1",
	16: "hebrew",
	18: "tis620",
	19: "euckr",
	20: "latin7",
	21: "latin2",
	22: "koi8u",
	23: "cp1251",
	24: "gb2312",
	25: "greek",
	26: "cp1250",
	27: "latin2",
	28: "gbk",
	29: "cp1257",
	30: "latin5",
	31: "latin1",
	32: "armscii8",
	33: "utf8mb3",
	34: "cp1250",
	35: "ucs2",
	36: "cp866",
	37: "keybcs2",
	38: "macce",
	39: "macroman",
	40: "cp852",
	41: "latin7",
	42: "latin7",
	43: "macce",
	44: "cp1250",
	45: "utf8mb4",
	46: "utf8mb4",
	47: "latin1",
	48: "latin1",
	49: "latin1",
	50: "cp1251",
	51: "cp1251",
	52: "cp1251",
	53: "macroman",
	54: "utf16",
	55: "utf16",
	56: "utf16le",
	57: "cp1256",
	58: "cp1257",
	59: "cp1257",
	60: "utf32",
	61: "utf32",
	62: "utf16le",
	63: "binary",
	64: "armscii8",
	65: "ascii",
	66: "cp1250",
	67: "cp1256",
	68: "cp866",
	69: "dec8",
	70: "greek",
	71: "hebrew",
	72: "hp8",
	73: "keybcs2",
	74: "koi8r",
	75: "koi8u",
	76: "utf8mb3",
	77: "latin2",
	78: "latin5",
	79: "latin7",
	80: "cp850",
	81: "cp852",
	82: "swe7",
	83: "utf8mb3",
	84: "big5",
	85: "euckr",
	86: "gb2312",
	87: "gbk",
	88: "sjis",
	89: "tis620",
	90: "ucs2",
	91: "ujis",
	92: "geostd8",
	93: "geostd8",
	94: "latin1",
	95: "cp932",
	96: "cp932",
	97: "eucjpms",
	98: "eucjpms",
	99: "cp1250",
	101: "utf16",
	102: "utf16",
	103: "utf16",
	104: "utf16",
	105: "utf16",
	106: "utf16",
	107: "utf16",
	108: "utf16",
	109: "utf16",
	110: "utf16",
	111: "utf16",
	112: "utf16",
	113: "utf16",
	114: "utf16",
	115: "utf16",
	116: "utf16",
	117: "utf16",
	118: "utf16",
	119: "utf16",
	120: "utf16",
	121: "utf16",
	122: "utf16",
	123: "utf16",
	124: "utf16",
	128: "ucs2",
	129: "ucs2",
	130: "ucs2",
	131: "ucs2",
	132: "ucs2",
	133: "ucs2",
	134: "ucs2",
	135: "ucs2",
	136: "ucs2",
	137: "ucs2",
	138: "ucs2",
	139: "ucs2",
	140: "ucs2",
	141: "ucs2",
	142: "ucs2",
	143: "ucs2",
	144: "ucs2",
	145: "ucs2",
	146: "ucs2",
	147: "ucs2",
	148: "ucs2",
	149: "ucs2",
	150: "ucs2",
	151: "ucs2",
	159: "ucs2",
	160: "utf32",
	161: "utf32",
	162: "utf32",
	163: "utf32",
	164: "utf32",
	165: "utf32",
	166: "utf32",
	167: "utf32",
	168: "utf32",
	169: "utf32",
	170: "utf32",
	171: "utf32",
	172: "utf32",
	173: "utf32",
	174: "utf32",
	175: "utf32",
	176: "utf32",
	177: "utf32",
	178: "utf32",
	179: "utf32",
	180: "utf32",
	181: "utf32",
	182: "utf32",
	183: "utf32",
	192: "utf8mb3",
	193: "utf8mb3",
	194: "utf8mb3",
	195: "utf8mb3",
	196: "utf8mb3",
	197: "utf8mb3",
	198: "utf8mb3",
	199: "utf8mb3",
	200: "utf8mb3",
	201: "utf8mb3",
	202: "utf8mb3",
	203: "utf8mb3",
	204: "utf8mb3",
	205: "utf8mb3",
	206: "utf8mb3",
	207: "utf8mb3",
	208: "utf8mb3",
	209: "utf8mb3",
	210: "utf8mb3",
	211: "utf8mb3",
	212: "utf8mb3",
	213: "utf8mb3",
	214: "utf8mb3",
	215: "utf8mb3",
	223: "utf8mb3",
	224: "utf8mb4",
	225: "utf8mb4",
	226: "utf8mb4",
	227: "utf8mb4",
	228: "utf8mb4",
	229: "utf8mb4",
	230: "utf8mb4",
	231: "utf8mb4",
	232: "utf8mb4",
	233: "utf8mb4",
	234: "utf8mb4",
	235: "utf8mb4",
	236: "utf8mb4",
	237: "utf8mb4",
	238: "utf8mb4",
	239: "utf8mb4",
	240: "utf8mb4",
	241: "utf8mb4",
	242: "utf8mb4",
	243: "utf8mb4",
	244: "utf8mb4",
	245: "utf8mb4",
	246: "utf8mb4",
	247: "utf8mb4",
	248: "gb18030",
	249: "gb18030",
	250: "gb18030",
	255: "utf8mb4",
	256: "utf8mb4",
	257: "utf8mb4",
	258: "utf8mb4",
	259: "utf8mb4",
	260: "utf8mb4",
	261: "utf8mb4",
	262: "utf8mb4",
	263: "utf8mb4",
	264: "utf8mb4",
	265: "utf8mb4",
	266: "utf8mb4",
	267: "utf8mb4",
	268: "utf8mb4",
	269: "utf8mb4",
	270: "utf8mb4",
	271: "utf8mb4",
	273: "utf8mb4",
	274: "utf8mb4",
	275: "utf8mb4",
	277: "utf8mb4",
	278: "utf8mb4",
	279: "utf8mb4",
	280: "utf8mb4",
	281: "utf8mb4",
	282: "utf8mb4",
	283: "utf8mb4",
	284: "utf8mb4",
	285: "utf8mb4",
	286: "utf8mb4",
	287: "utf8mb4",
	288: "utf8mb4",
	289: "utf8mb4",
	290: "utf8mb4",
	291: "utf8mb4",
	292: "utf8mb4",
	293: "utf8mb4",
	294: "utf8mb4",
	296: "utf8mb4",
	297: "utf8mb4",
	298: "utf8mb4",
	300: "utf8mb4",
	303: "utf8mb4",
	304: "utf8mb4",
	305: "utf8mb4",
	306: "utf8mb4",
	307: "utf8mb4",
	308: "utf8mb4",
	309: "utf8mb4",
	310: "utf8mb4",
	311: "utf8mb4",
	312: "utf8mb4",
	313: "utf8mb4",
	314: "utf8mb4",
	315: "utf8mb4",
	316: "utf8mb4",
	317: "utf8mb4",
	318: "utf8mb4",
	319: "utf8mb4",
	320: "utf8mb4",
	321: "utf8mb4",
	322: "utf8mb4",
	323: "utf8mb4"
};
const charsetMaxBytesPerChar = {
	armscii8: 1,
	ascii: 1,
	big5: 2,
	binary: 1,
	cp1250: 1,
	cp1251: 1,
	cp1256: 1,
	cp1257: 1,
	cp850: 1,
	cp852: 1,
	cp866: 1,
	cp932: 2,
	dec8: 1,
	eucjpms: 3,
	euckr: 2,
	gb18030: 4,
	gb2312: 2,
	gbk: 2,
	geostd8: 1,
	greek: 1,
	hebrew: 1,
	hp8: 1,
	keybcs2: 1,
	koi8r: 1,
	koi8u: 1,
	latin1: 1,
	latin2: 1,
	latin5: 1,
	latin7: 1,
	macce: 1,
	macroman: 1,
	sjis: 2,
	swe7: 1,
	tis620: 1,
	ucs2: 2,
	ujis: 3,
	utf16: 4,
	utf16le: 4,
	utf32: 4,
	utf8mb3: 3,
	utf8mb4: 4
};
function collationToCharset(id) {
	return collationCharsets[id] || "utf8mb4";
}
function charsetMaxLength(charsetName) {
	return charsetMaxBytesPerChar[charsetName] || 4;
}

// node_modules/@vlasky/zongji/lib/binlog_event.js
const OptionalMetadataTypes = {
	SIGNEDNESS: 1,
	DEFAULT_CHARSET: 2,
	COLUMN_CHARSET: 3,
	COLUMN_NAME: 4,
	SET_STR_VALUE: 5,
	ENUM_STR_VALUE: 6,
	GEOMETRY_TYPE: 7,
	SIMPLE_PRIMARY_KEY: 8,
	PRIMARY_KEY_WITH_PREFIX: 9,
	ENUM_AND_SET_DEFAULT_CHARSET: 10,
	ENUM_AND_SET_COLUMN_CHARSET: 11,
	COLUMN_VISIBILITY: 12
};
const NUMERIC_METADATA_TYPES = /* @__PURE__ */ new Set([
	MysqlTypes.DECIMAL,
	MysqlTypes.TINY,
	MysqlTypes.SHORT,
	MysqlTypes.INT24,
	MysqlTypes.LONG,
	MysqlTypes.LONGLONG,
	MysqlTypes.NEWDECIMAL,
	MysqlTypes.FLOAT,
	MysqlTypes.DOUBLE,
	MysqlTypes.YEAR
]);
const CHARACTER_METADATA_TYPES = /* @__PURE__ */ new Set([
	MysqlTypes.VARCHAR,
	MysqlTypes.VAR_STRING,
	MysqlTypes.STRING,
	MysqlTypes.BLOB,
	MysqlTypes.TINY_BLOB,
	MysqlTypes.MEDIUM_BLOB,
	MysqlTypes.LONG_BLOB,
	MysqlTypes.BLOB_COMPRESSED,
	MysqlTypes.VARCHAR_COMPRESSED
]);
const BINARY_COLLATION_ID = 63;
const withPrecision = function(typeName, decimals) {
	return decimals ? `${typeName}(${decimals})` : typeName;
};
const GEOMETRY_TYPE_NAMES = [
	"geometry",
	"point",
	"linestring",
	"polygon",
	"multipoint",
	"multilinestring",
	"multipolygon",
	"geomcollection"
];
const BLOB_TYPE_NAMES = {
	1: ["tinyblob", "tinytext"],
	2: ["blob", "text"],
	3: ["mediumblob", "mediumtext"],
	4: ["longblob", "longtext"]
};
const decodeEnumSetValues = function(buffers, charsetName) {
	if (!buffers) return [];
	return buffers.map((buffer) => {
		const decoded = decodeTextColumn(buffer, charsetName);
		return typeof decoded === "string" ? decoded : buffer.toString("utf8");
	});
};
var BinlogEvent = class {
	constructor(parser, options) {
		this.timestamp = options.timestamp;
		this.nextPosition = options.nextPosition;
		this.size = options.size;
	}
	getEventName() {
		return this.getTypeName().toLowerCase();
	}
	getTypeName() {
		return this.constructor.name;
	}
	dump() {
		console.log("=== %s ===", this.getTypeName());
		console.log("Date: %s", new Date(this.timestamp));
		console.log("Next log position: %d", this.nextPosition);
		console.log("Event size:", this.size);
	}
	_readTableId(parser) {
		this.tableId = parseUInt48(parser);
	}
};
var Rotate = class extends BinlogEvent {
	constructor(parser, options) {
		super(parser, options);
		this.position = parseUInt64(parser);
		this.binlogName = parser.parseString(this.size - 8);
	}
	dump() {
		console.log("=== %s ===", this.getTypeName());
		console.log("Event size: %d", this.size);
		console.log("Position: %d", this.position);
		console.log("Next binlog file: %s", this.binlogName);
	}
};
var Format = class extends BinlogEvent {
	constructor(parser, options) {
		super(parser, options);
	}
};
const formatUuid = formatUuid$1;
const QUERY_COMPRESSED_EVENT = 165;
const skipEventRemainder = function(parser, zongji) {
	const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
	const target = parser._packetEnd - checksumBytes;
	if (parser._offset < target) parser._offset = target;
};
const GTID_TAGGED_LOG_EVENT = 42;
var Gtid = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		if (options.eventType === GTID_TAGGED_LOG_EVENT) this._parseTagged(parser, zongji);
		else {
			this.flags = parser.parseUnsignedNumber(1);
			this.sid = formatUuid(parser.parseBuffer(16));
			this.gno = parseUInt64(parser);
			this.gtid = this.sid + ":" + this.gno;
		}
		skipEventRemainder(parser, zongji);
	}
	_parseTagged(parser, zongji) {
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		const end = parser._packetEnd - checksumBytes;
		const bodyStart = parser._offset;
		const what = "tagged GTID event";
		const version = parseSerializationVarint(parser, end, what);
		if (version !== 1n) throw new Error(`Unsupported tagged GTID serialization version ${version}`);
		const encodedSize = Number(parseSerializationVarint(parser, end, what));
		const messageEnd = Math.min(bodyStart + encodedSize, end);
		const varint = () => parseSerializationVarint(parser, messageEnd, what);
		const lastNonIgnorableId = varint();
		if (lastNonIgnorableId > 12n) throw new Error(`Tagged GTID event requires unknown field ${lastNonIgnorableId - 1n}`);
		const nextFieldIs = (id) => parser._offset < messageEnd && parser._buffer[parser._offset] === id << 1;
		this.flags = 0;
		if (nextFieldIs(0)) {
			parser.parseUnsignedNumber(1);
			this.flags = Number(varint());
		}
		if (!nextFieldIs(1)) throw new Error("Tagged GTID event without a source UUID");
		parser.parseUnsignedNumber(1);
		const uuid = Buffer.alloc(16);
		for (let i = 0; i < 16; i++) uuid[i] = Number(varint());
		this.sid = formatUuid(uuid);
		if (!nextFieldIs(2)) throw new Error("Tagged GTID event without a GNO");
		parser.parseUnsignedNumber(1);
		const gno = parseSerializationVarintSigned(parser, messageEnd, what);
		this.gno = bigintToNumberOrString(gno);
		this.tag = "";
		if (nextFieldIs(3)) {
			parser.parseUnsignedNumber(1);
			const tagLength = Number(varint());
			if (tagLength > 32 || parser._offset + tagLength > messageEnd) throw new Error("Invalid tagged GTID tag length " + tagLength);
			this.tag = parser.parseString(tagLength);
		}
		this.gtid = this.tag ? `${this.sid}:${this.tag}:${this.gno}` : `${this.sid}:${this.gno}`;
		if (parser._offset < messageEnd) parser._offset = messageEnd;
	}
};
var AnonymousGtid = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		this.flags = parser.parseUnsignedNumber(1);
		this.sid = formatUuid(parser.parseBuffer(16));
		this.gno = parseUInt64(parser);
		this.gtid = this.sid + ":" + this.gno;
		skipEventRemainder(parser, zongji);
	}
};
var PreviousGtids = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const eventEnd = parser._packetEnd - (zongji && zongji.useChecksum ? 4 : 0);
		requireEventBytes(parser, eventEnd, 8, "PreviousGtids");
		let nSidsField = 0n;
		for (let i = 0; i < 8; i++) nSidsField |= BigInt(parser.parseUnsignedNumber(1)) << BigInt(8 * i);
		const format = nSidsField >> 56n;
		let sidCount;
		if (format === 0n) sidCount = Number(nSidsField);
		else if (format === 1n) sidCount = Number(nSidsField >> 8n & 281474976710655n);
		else throw new Error(`Unknown GTID set encoding format ${format}`);
		const tagged = format === 1n;
		const sids = [];
		for (let i = 0; i < sidCount; i++) {
			requireEventBytes(parser, eventEnd, 16, "PreviousGtids");
			const sid = formatUuid(parser.parseBuffer(16));
			let tag = "";
			if (tagged) {
				const tagLength = Number(parseSerializationVarint(parser, eventEnd, "PreviousGtids tag"));
				if (tagLength > 32) throw new Error(`Invalid GTID tag length ${tagLength}`);
				requireEventBytes(parser, eventEnd, tagLength, "PreviousGtids");
				tag = parser.parseString(tagLength);
			}
			requireEventBytes(parser, eventEnd, 8, "PreviousGtids");
			const intervalCount = parser.parseUnsignedNumber(8);
			requireEventBytes(parser, eventEnd, intervalCount * 16, "PreviousGtids");
			const intervals = [];
			for (let j = 0; j < intervalCount; j++) {
				const start = parser.parseBuffer(8).readBigUInt64LE(0);
				const end = parser.parseBuffer(8).readBigUInt64LE(0);
				intervals.push({
					start,
					end
				});
			}
			sids.push(tagged ? {
				sid,
				tag,
				intervals
			} : {
				sid,
				intervals
			});
		}
		this.sids = sids.map((entry) => ({
			...entry,
			intervals: entry.intervals.map(({ start, end }) => ({
				start: bigintToNumberOrString(start),
				end: bigintToNumberOrString(end)
			}))
		}));
		const blocks = /* @__PURE__ */ new Map();
		for (const entry of sids) {
			const group = blocks.get(entry.sid) || [];
			group.push(entry);
			blocks.set(entry.sid, group);
		}
		this.gtidSet = [...blocks.entries()].map(([sid, group]) => {
			group.sort((a, b) => (a.tag || "") < (b.tag || "") ? -1 : 1);
			return sid + group.map((entry) => {
				const ranges = entry.intervals.map((interval) => interval.start === interval.end - 1n ? `${interval.start}` : `${interval.start}-${interval.end - 1n}`);
				return (entry.tag ? `:${entry.tag}` : "") + `:${ranges.join(":")}`;
			}).join("");
		}).join(",");
		skipEventRemainder(parser, zongji);
	}
};
var Xid = class extends BinlogEvent {
	constructor(parser, options) {
		super(parser, options);
		this.xid = parseUInt64(parser);
	}
};
var Query = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		this.slaveProxyId = parser.parseUnsignedNumber(4);
		this.executionTime = parser.parseUnsignedNumber(4);
		this.schemaLength = parser.parseUnsignedNumber(1);
		this.errorCode = parser.parseUnsignedNumber(2);
		this.statusVarsLength = parser.parseUnsignedNumber(2);
		this.statusVars = parser.parseString(this.statusVarsLength);
		this.schema = parser.parseString(this.schemaLength);
		parser.parseUnsignedNumber(1);
		if (options.eventType === QUERY_COMPRESSED_EVENT) {
			const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
			const envelope = parser.parseBuffer(parser._packetEnd - checksumBytes - parser._offset);
			this.query = uncompressBinlogEventPayload(envelope).toString();
			skipEventRemainder(parser, zongji);
		} else this.query = parser.parseString(this.size - 13 - this.statusVarsLength - this.schemaLength - 1);
	}
	dump() {
		console.log("=== %s ===", this.getTypeName());
		console.log("Date: %s", new Date(this.timestamp));
		console.log("Next log position: %d", this.nextPosition);
		console.log("Schema: %s", this.schema);
		console.log("Execution time: %d", this.executionTime);
		console.log("Query: %s", this.query);
	}
};
/**
* Integer Variable Event
* Attributes:
*   type: variable type (1=LAST_INSERT_ID, 2=INSERT_ID)
*   value: integer value
*/
const INTVAR_TYPES = [
	"INVALID_INT",
	"LAST_INSERT_ID",
	"INSERT_ID"
];
var IntVar = class extends BinlogEvent {
	constructor(parser, options) {
		super(parser, options);
		this.type = parser.parseUnsignedNumber(1);
		this.value = parseUInt64(parser);
	}
	getIntTypeName() {
		return INTVAR_TYPES[this.type] || "INVALID_INT";
	}
	dump() {
		console.log("=== %s ===", this.getTypeName());
		console.log("Date: %s", new Date(this.timestamp));
		console.log("Next log position: %d", this.nextPosition);
		console.log("Type: %s (%s)", this.type, this.getIntTypeName());
		console.log("Value: %s", this.value);
	}
};
/**
* This event describes the structure of a table.
* It's sent before a change occurs on a table.
* A end user of the lib should have no usage of this
*
* see http://dev.mysql.com/doc/internals/en/table-map-event.html
**/
var TableMap = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		this.tableMap = zongji.tableMap;
		this._readTableId(parser);
		this.flags = parser.parseUnsignedNumber(2);
		const schemaNameLength = parser.parseUnsignedNumber(1);
		this.schemaName = parser.parseString(schemaNameLength);
		parser.parseUnsignedNumber(1);
		const tableNameLength = parser.parseUnsignedNumber(1);
		this.tableName = parser.parseString(tableNameLength);
		if (zongji._skipSchema(this.schemaName, this.tableName)) {
			parser._offset = parser._packetEnd;
			this._filtered = true;
			delete this.tableMap[this.tableId];
		} else {
			parser.parseUnsignedNumber(1);
			this.columnCount = parser.parseLengthCodedNumber();
			this.columnTypes = parseBytesArray(parser, this.columnCount);
			parser.parseLengthCodedNumber();
			this._readColumnMetadata(parser);
			try {
				this._readOptionalMetadata(parser, zongji);
			} catch {
				this.columnNames = void 0;
				this.signedness = void 0;
				this.primaryKey = void 0;
				this.columnVisibility = void 0;
				this.geometryTypes = void 0;
				this._columnCharsetIds = void 0;
				this._enumSetValues = void 0;
			}
		}
	}
	_effectiveColumnType(index) {
		const metadata = this.columnsMetadata[index];
		return metadata && metadata.type || this.columnTypes[index];
	}
	_readOptionalMetadata(parser, zongji) {
		parser.parseBuffer(Math.floor((this.columnCount + 7) / 8));
		const end = parser._packetEnd - (zongji && zongji.useChecksum ? 4 : 0);
		if (parser._offset >= end) return;
		const numericIndexes = [];
		const characterIndexes = [];
		const enumSetIndexes = [];
		const enumIndexes = [];
		const setIndexes = [];
		const geometryIndexes = [];
		for (let i = 0; i < this.columnCount; i++) {
			const type = this._effectiveColumnType(i);
			if (NUMERIC_METADATA_TYPES.has(type)) numericIndexes.push(i);
			else if (type === MysqlTypes.ENUM) {
				enumSetIndexes.push(i);
				enumIndexes.push(i);
			} else if (type === MysqlTypes.SET) {
				enumSetIndexes.push(i);
				setIndexes.push(i);
			} else if (CHARACTER_METADATA_TYPES.has(type)) characterIndexes.push(i);
			else if (type === MysqlTypes.GEOMETRY) geometryIndexes.push(i);
		}
		const readBitmap = (indexes, target) => {
			const bytes = parser.parseBuffer(Math.floor((indexes.length + 7) / 8));
			indexes.forEach((columnIndex, i) => {
				target[columnIndex] = (bytes[i >> 3] & 128 >> i % 8) !== 0;
			});
		};
		const readDefaultCharset = (fieldEnd, indexes, target) => {
			const defaultCollation = parser.parseLengthCodedNumber();
			indexes.forEach((columnIndex) => {
				target[columnIndex] = defaultCollation;
			});
			while (parser._offset < fieldEnd) {
				const position = parser.parseLengthCodedNumber();
				const collation = parser.parseLengthCodedNumber();
				if (position < indexes.length) target[indexes[position]] = collation;
			}
		};
		const readColumnCharsets = (fieldEnd, indexes, target) => {
			for (let i = 0; parser._offset < fieldEnd; i++) {
				const collation = parser.parseLengthCodedNumber();
				if (i < indexes.length) target[indexes[i]] = collation;
			}
		};
		const readTypeValues = (fieldEnd, indexes, target) => {
			for (let i = 0; parser._offset < fieldEnd; i++) {
				const count = parser.parseLengthCodedNumber();
				const values = [];
				for (let j = 0; j < count; j++) values.push(parser.parseBuffer(parser.parseLengthCodedNumber()));
				if (i < indexes.length) target[indexes[i]] = values;
			}
		};
		const charsetIds = new Array(this.columnCount);
		const Types = OptionalMetadataTypes;
		while (parser._offset < end) {
			const type = parser.parseUnsignedNumber(1);
			const length = parser.parseLengthCodedNumber();
			const fieldEnd = parser._offset + length;
			if (length === null || fieldEnd > end) throw new Error("Malformed TABLE_MAP_EVENT optional metadata");
			let handled = true;
			switch (type) {
				case Types.SIGNEDNESS:
					this.signedness = new Array(this.columnCount);
					readBitmap(numericIndexes, this.signedness);
					break;
				case Types.DEFAULT_CHARSET:
					readDefaultCharset(fieldEnd, characterIndexes, charsetIds);
					break;
				case Types.COLUMN_CHARSET:
					readColumnCharsets(fieldEnd, characterIndexes, charsetIds);
					break;
				case Types.COLUMN_NAME: {
					const names = [];
					while (parser._offset < fieldEnd) names.push(parser.parseString(parser.parseLengthCodedNumber()));
					this.columnNames = names;
					break;
				}
				case Types.SET_STR_VALUE:
					this._enumSetValues = this._enumSetValues || new Array(this.columnCount);
					readTypeValues(fieldEnd, setIndexes, this._enumSetValues);
					break;
				case Types.ENUM_STR_VALUE:
					this._enumSetValues = this._enumSetValues || new Array(this.columnCount);
					readTypeValues(fieldEnd, enumIndexes, this._enumSetValues);
					break;
				case Types.ENUM_AND_SET_DEFAULT_CHARSET:
					readDefaultCharset(fieldEnd, enumSetIndexes, charsetIds);
					break;
				case Types.ENUM_AND_SET_COLUMN_CHARSET:
					readColumnCharsets(fieldEnd, enumSetIndexes, charsetIds);
					break;
				case Types.SIMPLE_PRIMARY_KEY: {
					const primaryKey = [];
					while (parser._offset < fieldEnd) primaryKey.push(parser.parseLengthCodedNumber());
					this.primaryKey = primaryKey;
					break;
				}
				case Types.PRIMARY_KEY_WITH_PREFIX: {
					const primaryKey = [];
					while (parser._offset < fieldEnd) {
						const columnIndex = parser.parseLengthCodedNumber();
						parser.parseLengthCodedNumber();
						primaryKey.push(columnIndex);
					}
					this.primaryKey = primaryKey;
					break;
				}
				case Types.GEOMETRY_TYPE:
					this.geometryTypes = new Array(this.columnCount);
					for (let i = 0; parser._offset < fieldEnd; i++) {
						const geometryType = parser.parseLengthCodedNumber();
						if (i < geometryIndexes.length) this.geometryTypes[geometryIndexes[i]] = geometryType;
					}
					break;
				case Types.COLUMN_VISIBILITY:
					this.columnVisibility = new Array(this.columnCount).fill(false);
					readBitmap(Array.from({ length: this.columnCount }, (value, i) => i), this.columnVisibility);
					break;
				default: handled = false;
			}
			if (handled ? parser._offset !== fieldEnd : parser._offset > fieldEnd) throw new Error("Malformed TABLE_MAP_EVENT optional metadata");
			parser._offset = fieldEnd;
		}
		this._columnCharsetIds = charsetIds;
	}
	hasSelfDescribingMetadata() {
		return this.columnNames !== void 0 && this.columnNames.length === this.columnCount;
	}
	hasAmbiguousTemporalColumns() {
		return this.columnTypes.some((type) => type === MysqlTypes.TIMESTAMP || type === MysqlTypes.TIME || type === MysqlTypes.DATETIME);
	}
	buildColumnSchemas() {
		const schemas = [];
		for (let i = 0; i < this.columnCount; i++) {
			const type = this._effectiveColumnType(i);
			const metadata = this.columnsMetadata[i] || {};
			const charsetId = this._columnCharsetIds && this._columnCharsetIds[i];
			const binary = charsetId === BINARY_COLLATION_ID;
			const charsetName = charsetId === void 0 || binary ? null : collationToCharset(charsetId);
			const unsigned = this.signedness && this.signedness[i];
			const schema = {
				COLUMN_NAME: this.columnNames[i],
				COLLATION_NAME: null,
				CHARACTER_SET_NAME: charsetName,
				COLUMN_COMMENT: "",
				COLUMN_TYPE: ""
			};
			const Mysql = MysqlTypes;
			switch (type) {
				case Mysql.TINY:
					schema.COLUMN_TYPE = "tinyint";
					break;
				case Mysql.SHORT:
					schema.COLUMN_TYPE = "smallint";
					break;
				case Mysql.INT24:
					schema.COLUMN_TYPE = "mediumint";
					break;
				case Mysql.LONG:
					schema.COLUMN_TYPE = "int";
					break;
				case Mysql.LONGLONG:
					schema.COLUMN_TYPE = "bigint";
					break;
				case Mysql.FLOAT:
					schema.COLUMN_TYPE = "float";
					break;
				case Mysql.DOUBLE:
					schema.COLUMN_TYPE = "double";
					break;
				case Mysql.DECIMAL:
				case Mysql.NEWDECIMAL:
					schema.COLUMN_TYPE = `decimal(${metadata.precision},${metadata.decimals})`;
					break;
				case Mysql.YEAR:
					schema.COLUMN_TYPE = "year";
					break;
				case Mysql.STRING:
				case Mysql.VARCHAR:
				case Mysql.VAR_STRING: {
					const isChar = type === Mysql.STRING;
					if (binary) schema.COLUMN_TYPE = (isChar ? "binary" : "varbinary") + `(${metadata["max_length"]})`;
					else {
						const chars = metadata["max_length"] / charsetMaxLength(charsetName);
						schema.COLUMN_TYPE = (isChar ? "char" : "varchar") + `(${Math.floor(chars)})`;
					}
					break;
				}
				case Mysql.TINY_BLOB:
				case Mysql.MEDIUM_BLOB:
				case Mysql.LONG_BLOB:
				case Mysql.BLOB:
					schema.COLUMN_TYPE = (BLOB_TYPE_NAMES[metadata["length_size"]] || BLOB_TYPE_NAMES[2])[binary ? 0 : 1];
					break;
				case Mysql.BLOB_COMPRESSED:
					schema.COLUMN_TYPE = (BLOB_TYPE_NAMES[metadata["length_size"]] || BLOB_TYPE_NAMES[2])[binary ? 0 : 1] + " /*M!100301 COMPRESSED*/";
					break;
				case Mysql.VARCHAR_COMPRESSED: {
					const byteLength = metadata["max_length"] - 1;
					if (binary) schema.COLUMN_TYPE = `varbinary(${byteLength}) /*M!100301 COMPRESSED*/`;
					else {
						const chars = byteLength / charsetMaxLength(charsetName);
						schema.COLUMN_TYPE = `varchar(${Math.floor(chars)}) /*M!100301 COMPRESSED*/`;
					}
					break;
				}
				case Mysql.ENUM:
				case Mysql.SET: {
					const values = decodeEnumSetValues(this._enumSetValues && this._enumSetValues[i], charsetName);
					if (type === Mysql.ENUM) schema.ENUM_VALUES = values;
					else schema.SET_VALUES = values;
					schema.COLUMN_TYPE = (type === Mysql.ENUM ? "enum" : "set") + "(" + values.map((value) => `'${value.replace(/'/g, "''")}'`).join(",") + ")";
					break;
				}
				case Mysql.BIT:
					schema.COLUMN_TYPE = `bit(${metadata.bits})`;
					break;
				case Mysql.JSON:
					schema.COLUMN_TYPE = "json";
					break;
				case Mysql.GEOMETRY:
					schema.COLUMN_TYPE = GEOMETRY_TYPE_NAMES[this.geometryTypes && this.geometryTypes[i]] || "geometry";
					break;
				case Mysql.TIMESTAMP:
				case Mysql.TIMESTAMP2:
					schema.COLUMN_TYPE = withPrecision("timestamp", metadata.decimals);
					break;
				case Mysql.DATETIME:
				case Mysql.DATETIME2:
					schema.COLUMN_TYPE = withPrecision("datetime", metadata.decimals);
					break;
				case Mysql.TIME:
				case Mysql.TIME2:
					schema.COLUMN_TYPE = withPrecision("time", metadata.decimals);
					break;
				case Mysql.DATE:
				case Mysql.NEWDATE: schema.COLUMN_TYPE = "date";
			}
			if (unsigned !== void 0 && NUMERIC_METADATA_TYPES.has(type)) {
				schema.UNSIGNED = unsigned;
				if (unsigned && type !== Mysql.YEAR) schema.COLUMN_TYPE += " unsigned";
			}
			schemas.push(schema);
		}
		return schemas;
	}
	updateColumnInfo() {
		const columnsMetadata = this.columnsMetadata;
		for (let i = 0; i < this.columnCount; i++) if (columnsMetadata[i] && columnsMetadata[i].type) {
			this.columnTypes[i] = columnsMetadata[i].type;
			delete columnsMetadata[i].type;
		}
		const tableMap = this.tableMap[this.tableId];
		const columnSchemas = tableMap.columnSchemas;
		if (!columnSchemas || columnSchemas.length < this.columnCount) throw new Error(`Table ${this.schemaName}.${this.tableName} schema changed between binlog event and metadata fetch: the event has ${this.columnCount} columns, fetched metadata has ${columnSchemas ? columnSchemas.length : 0}`);
		if (this.signedness && columnSchemas.length === this.columnCount) {
			for (let i = 0; i < this.columnCount; i++) if (this.signedness[i] !== void 0) columnSchemas[i].UNSIGNED = this.signedness[i];
		}
		const columns = [];
		for (let j = 0; j < this.columnCount; j++) columns.push({
			name: columnSchemas[j].COLUMN_NAME,
			charset: columnSchemas[j].CHARACTER_SET_NAME,
			type: this.columnTypes[j],
			metadata: columnsMetadata[j]
		});
		tableMap.columns = columns;
	}
	_readColumnMetadata(parser) {
		this.columnsMetadata = this.columnTypes.map(function(code) {
			let result;
			switch (code) {
				case MysqlTypes.FLOAT:
				case MysqlTypes.DOUBLE:
					result = { size: parser.parseUnsignedNumber(1) };
					break;
				case MysqlTypes.VARCHAR:
				case MysqlTypes.VARCHAR_COMPRESSED:
					result = { "max_length": parser.parseUnsignedNumber(2) };
					break;
				case MysqlTypes.BIT: {
					const bits = parser.parseUnsignedNumber(1);
					result = { bits: parser.parseUnsignedNumber(1) * 8 + bits };
					break;
				}
				case MysqlTypes.NEWDECIMAL:
					result = {
						precision: parser.parseUnsignedNumber(1),
						decimals: parser.parseUnsignedNumber(1)
					};
					break;
				case MysqlTypes.BLOB:
				case MysqlTypes.BLOB_COMPRESSED:
				case MysqlTypes.GEOMETRY:
				case MysqlTypes.JSON:
					result = { "length_size": parser.parseUnsignedNumber(1) };
					break;
				case MysqlTypes.STRING:
				case MysqlTypes.VAR_STRING: {
					const metadata = (parser.parseUnsignedNumber(1) << 8) + parser.parseUnsignedNumber(1);
					const realType = metadata >> 8;
					if (realType === MysqlTypes.ENUM || realType === MysqlTypes.SET) result = {
						type: realType,
						size: metadata & 255
					};
					else result = { "max_length": (metadata >> 4 & 768 ^ 768) + (metadata & 255) };
					break;
				}
				case MysqlTypes.TIMESTAMP2:
				case MysqlTypes.DATETIME2:
				case MysqlTypes.TIME2: result = { decimals: parser.parseUnsignedNumber(1) };
			}
			return result;
		});
	}
	dump() {
		super.dump();
		console.log("Table id: %d", this.tableId);
		console.log("Schema: %s", this.schemaName);
		console.log("Table: %s", this.tableName);
		console.log("Columns: %s", this.columnCount);
		console.log("Column types:", this.columnTypes);
	}
};
var Unknown = class extends BinlogEvent {
	constructor(parser, options) {
		super(parser, options);
	}
};
var Heartbeat = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		if (zongji && zongji.isMariaDb && options.nextPosition === 0 && parser._packetEnd - checksumBytes - parser._offset >= 8) this.position = parseUInt64(parser);
		this.binlogName = parser.parseString(parser._packetEnd - checksumBytes - parser._offset);
		skipEventRemainder(parser, zongji);
	}
};
const MARIADB_GTID_FLAGS2 = {
	FL_STANDALONE: 1,
	FL_GROUP_COMMIT_ID: 2,
	FL_TRANSACTIONAL: 4,
	FL_ALLOW_PARALLEL: 8,
	FL_WAITED: 16,
	FL_DDL: 32,
	FL_PREPARED_XA: 64,
	FL_COMPLETED_XA: 128
};
const MARIADB_GTID_FLAGS_EXTRA = {
	FL_EXTRA_MULTI_ENGINE: 1,
	FL_START_ALTER: 2,
	FL_COMMIT_ALTER: 4,
	FL_ROLLBACK_ALTER: 8,
	FL_EXTRA_THREAD_ID: 16
};
const requireEventBytes = function(parser, end, bytes, typeName) {
	if (parser._offset + bytes > end) throw new Error(`Truncated ${typeName} event: ${bytes} bytes needed, ${end - parser._offset} available`);
};
var MariadbGtid = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		const end = parser._packetEnd - checksumBytes;
		requireEventBytes(parser, end, 13, "MariadbGtid");
		this.seqNo = parseUInt64(parser);
		this.domainId = parser.parseUnsignedNumber(4);
		this.serverId = options.serverId;
		this.flags2 = parser.parseUnsignedNumber(1);
		this.standalone = (this.flags2 & MARIADB_GTID_FLAGS2.FL_STANDALONE) !== 0;
		this.transactional = (this.flags2 & MARIADB_GTID_FLAGS2.FL_TRANSACTIONAL) !== 0;
		this.isDdl = (this.flags2 & MARIADB_GTID_FLAGS2.FL_DDL) !== 0;
		this.preparedXa = (this.flags2 & MARIADB_GTID_FLAGS2.FL_PREPARED_XA) !== 0;
		this.completedXa = (this.flags2 & MARIADB_GTID_FLAGS2.FL_COMPLETED_XA) !== 0;
		if (this.flags2 & MARIADB_GTID_FLAGS2.FL_GROUP_COMMIT_ID) {
			requireEventBytes(parser, end, 8, "MariadbGtid");
			this.commitId = parseUInt64(parser);
		}
		if (this.preparedXa || this.completedXa) {
			requireEventBytes(parser, end, 6, "MariadbGtid");
			this.xidFormatId = parser.parseUnsignedNumber(4);
			const gtridLength = parser.parseUnsignedNumber(1);
			const bqualLength = parser.parseUnsignedNumber(1);
			requireEventBytes(parser, end, gtridLength + bqualLength, "MariadbGtid");
			this.xidGtrid = parser.parseBuffer(gtridLength);
			this.xidBqual = parser.parseBuffer(bqualLength);
		}
		if (parser._offset < end) {
			this.flagsExtra = parser.parseUnsignedNumber(1);
			if (this.flagsExtra & MARIADB_GTID_FLAGS_EXTRA.FL_EXTRA_MULTI_ENGINE) {
				requireEventBytes(parser, end, 1, "MariadbGtid");
				this.extraEngines = parser.parseUnsignedNumber(1);
			}
			if (this.flagsExtra & (MARIADB_GTID_FLAGS_EXTRA.FL_COMMIT_ALTER | MARIADB_GTID_FLAGS_EXTRA.FL_ROLLBACK_ALTER)) {
				requireEventBytes(parser, end, 8, "MariadbGtid");
				this.saSeqNo = parseUInt64(parser);
			}
			if (this.flagsExtra & MARIADB_GTID_FLAGS_EXTRA.FL_EXTRA_THREAD_ID && parser._offset + 4 <= end) this.threadId = parser.parseUnsignedNumber(4);
		}
		this.gtid = `${this.domainId}-${this.serverId}-${this.seqNo}`;
		skipEventRemainder(parser, zongji);
	}
};
var MariadbGtidList = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		const end = parser._packetEnd - checksumBytes;
		requireEventBytes(parser, end, 4, "MariadbGtidList");
		const val = parser.parseUnsignedNumber(4);
		this.count = val & 268435455;
		this.flags = val >>> 28;
		this.gtids = [];
		for (let i = 0; i < this.count; i++) {
			requireEventBytes(parser, end, 16, "MariadbGtidList");
			const domainId = parser.parseUnsignedNumber(4);
			const serverId = parser.parseUnsignedNumber(4);
			const seqNo = parseUInt64(parser);
			this.gtids.push({
				domainId,
				serverId,
				seqNo,
				gtid: `${domainId}-${serverId}-${seqNo}`
			});
		}
		skipEventRemainder(parser, zongji);
	}
};
var BinlogCheckpoint = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		const end = parser._packetEnd - checksumBytes;
		requireEventBytes(parser, end, 4, "BinlogCheckpoint");
		const length = parser.parseUnsignedNumber(4);
		requireEventBytes(parser, end, length, "BinlogCheckpoint");
		this.binlogName = parser.parseString(length);
		skipEventRemainder(parser, zongji);
	}
};
var AnnotateRows = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		this.statement = parser.parseString(parser._packetEnd - checksumBytes - parser._offset);
		skipEventRemainder(parser, zongji);
	}
};
var RowsQuery = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		const end = parser._packetEnd - checksumBytes;
		requireEventBytes(parser, end, 1, "RowsQuery");
		parser.parseUnsignedNumber(1);
		this.statement = parser.parseString(end - parser._offset);
		skipEventRemainder(parser, zongji);
	}
};
var StartEncryption = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		requireEventBytes(parser, parser._packetEnd - checksumBytes, 17, "StartEncryption");
		this.scheme = parser.parseUnsignedNumber(1);
		this.keyVersion = parser.parseUnsignedNumber(4);
		this.nonce = parser.parseBuffer(12);
		skipEventRemainder(parser, zongji);
	}
};
var XaPrepare = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		const checksumBytes = zongji && zongji.useChecksum ? 4 : 0;
		const end = parser._packetEnd - checksumBytes;
		requireEventBytes(parser, end, 13, "XaPrepare");
		this.onePhase = parser.parseUnsignedNumber(1) !== 0;
		this.xidFormatId = parser.parseUnsignedNumber(4);
		const gtridLength = parser.parseUnsignedNumber(4);
		const bqualLength = parser.parseUnsignedNumber(4);
		requireEventBytes(parser, end, gtridLength + bqualLength, "XaPrepare");
		this.xidGtrid = parser.parseBuffer(gtridLength);
		this.xidBqual = parser.parseBuffer(bqualLength);
		skipEventRemainder(parser, zongji);
	}
};
var TransactionPayload = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		skipEventRemainder(parser, zongji);
	}
	static unsupportedReason = "Server sent a TRANSACTION_PAYLOAD_EVENT (binlog_transaction_compression=ON). zongji cannot decode compressed transactions, so their row events are NOT being emitted. Set binlog_transaction_compression=OFF on the server to receive these changes.";
};
var PartialUpdateRows = class extends BinlogEvent {
	constructor(parser, options, zongji) {
		super(parser, options);
		skipEventRemainder(parser, zongji);
	}
	static unsupportedReason = "Server sent a PARTIAL_UPDATE_ROWS_EVENT (binlog_row_value_options=PARTIAL_JSON). zongji cannot decode partial JSON updates, so these UPDATE row events are NOT being emitted. Clear binlog_row_value_options on the server to receive these changes.";
};

// node_modules/@vlasky/zongji/lib/rows_event.js
const Version2Events = [
	30,
	31,
	32,
	169,
	170,
	171
];
const CompressedEvents = [
	166,
	167,
	168,
	169,
	170,
	171
];
const CHECKSUM_SIZE = 4;
const BIT_COUNT_MAP_IN_ONE_BYTE = [
	0,
	1,
	1,
	2,
	1,
	2,
	2,
	3,
	1,
	2,
	2,
	3,
	2,
	3,
	3,
	4,
	1,
	2,
	2,
	3,
	2,
	3,
	3,
	4,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	1,
	2,
	2,
	3,
	2,
	3,
	3,
	4,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	1,
	2,
	2,
	3,
	2,
	3,
	3,
	4,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	4,
	5,
	5,
	6,
	5,
	6,
	6,
	7,
	1,
	2,
	2,
	3,
	2,
	3,
	3,
	4,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	4,
	5,
	5,
	6,
	5,
	6,
	6,
	7,
	2,
	3,
	3,
	4,
	3,
	4,
	4,
	5,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	4,
	5,
	5,
	6,
	5,
	6,
	6,
	7,
	3,
	4,
	4,
	5,
	4,
	5,
	5,
	6,
	4,
	5,
	5,
	6,
	5,
	6,
	6,
	7,
	4,
	5,
	5,
	6,
	5,
	6,
	6,
	7,
	5,
	6,
	6,
	7,
	6,
	7,
	7,
	8
];
/**
* Generic RowsEvent class
* Attributes:
*   position: Position inside next binlog
*   binlogName: Name of next binlog file
*   zongji: ZongJi instance
**/
var RowsEvent = class extends BinlogEvent {
	constructor(parser, options, zongji, hasTwoRows = false) {
		super(parser, options);
		this._zongji = zongji;
		this._hasTwoRows = hasTwoRows;
		this._readTableId(parser);
		this.flags = parser.parseUnsignedNumber(2);
		this.useChecksum = zongji.useChecksum;
		if (Version2Events.indexOf(options.eventType) !== -1) {
			this.extraDataLength = parser.parseUnsignedNumber(2);
			parser.parseBuffer(this.extraDataLength - 2);
		}
		this.numberOfColumns = parser.parseLengthCodedNumber();
		this.tableMap = zongji.tableMap;
		if (this.tableMap[this.tableId] === void 0) {
			parser._offset = parser._packetEnd;
			this._filtered = true;
		} else {
			const columnsPresentBitmapSize = Math.floor((this.numberOfColumns + 7) / 8);
			this.columns_present_bitmap = parser.parseBuffer(columnsPresentBitmapSize);
			if (this._hasTwoRows) this.columns_present_bitmap2 = parser.parseBuffer(columnsPresentBitmapSize);
			let rowsParser = parser;
			let trimChecksum = this.useChecksum;
			if (CompressedEvents.indexOf(options.eventType) !== -1) {
				const end = parser._packetEnd - (this.useChecksum ? CHECKSUM_SIZE : 0);
				const inflated = uncompressBinlogEventPayload(parser.parseBuffer(end - parser._offset));
				parser._offset = parser._packetEnd;
				rowsParser = new Parser();
				rowsParser.append(inflated);
				trimChecksum = false;
			}
			if (trimChecksum) rowsParser._packetEnd -= CHECKSUM_SIZE;
			this.rows = [];
			while (!rowsParser.reachedPacketEnd()) this.rows.push(this._fetchOneRow(rowsParser));
			if (trimChecksum) {
				rowsParser._packetEnd += CHECKSUM_SIZE;
				rowsParser._offset += CHECKSUM_SIZE;
			}
		}
	}
	setTableMap(tableMap) {
		this.tableMap = tableMap;
	}
	dump() {
		super.dump();
		console.log("Affected columns:", this.numberOfColumns);
		console.log("Changed rows:", this.rows.length);
		console.log("Values:");
		this.rows.forEach(function(row) {
			console.log("--");
			Object.keys(row).forEach(function(name) {
				console.log("Column: %s, Value: %s", name, row[name]);
			});
		});
	}
	_fetchOneRow(parser) {
		const tablemap = this.tableMap[this.tableId];
		return readRow(parser, tablemap, this.columns_present_bitmap, this._zongji);
	}
};
const countBits = function(buff) {
	let bits = 0;
	for (let i = 0; i < buff.length; i++) bits += BIT_COUNT_MAP_IN_ONE_BYTE[buff[i]];
	return bits;
};
const getBit = function(buff, position) {
	return buff[Math.floor(position / 8)] & 1 << position % 8;
};
const readRow = function(parser, tablemap, bitmap, zongji) {
	const nullBitmapSize = Math.floor((countBits(bitmap) + 7) / 8);
	const nullBitmap = parser.parseBuffer(nullBitmapSize);
	let row = {};
	for (let i = 0, nullBitIndex = 0; i < tablemap.columns.length; i++) {
		let column = tablemap.columns[i];
		if (getBit(bitmap, i) == 0) {
			row[column.name] = null;
			continue;
		}
		if (getBit(nullBitmap, nullBitIndex) != 0) row[column.name] = null;
		else {
			let columnSchema = tablemap.columnSchemas[i];
			row[column.name] = readMysqlValue(parser, column, columnSchema, tablemap, zongji);
		}
		nullBitIndex += 1;
	}
	return row;
};
var WriteRows = class extends RowsEvent {
	constructor(parser, options, zongji) {
		super(parser, options, zongji);
	}
};
var DeleteRows = class extends RowsEvent {
	constructor(parser, options, zongji) {
		super(parser, options, zongji);
	}
};
var UpdateRows = class extends RowsEvent {
	constructor(parser, options, zongji) {
		super(parser, options, zongji, true);
	}
	_fetchOneRow(parser) {
		const tablemap = this.tableMap[this.tableId];
		return {
			before: readRow(parser, tablemap, this.columns_present_bitmap, this._zongji),
			after: readRow(parser, tablemap, this.columns_present_bitmap2, this._zongji)
		};
	}
	dump() {
		BinlogEvent.prototype.dump.call(this);
		console.log("Affected columns:", this.numberOfColumns);
		console.log("Changed rows:", this.rows.length);
		console.log("Values:");
		this.rows.forEach(function(row) {
			console.log("--");
			Object.keys(row.before).forEach(function(name) {
				console.log("Column: %s, Value: %s => %s", name, row.before[name], row.after[name]);
			});
		});
	}
};

// node_modules/@vlasky/zongji/lib/code_map.js
const CodeEvent = [
	"UNKNOWN_EVENT",
	"START_EVENT_V3",
	"QUERY_EVENT",
	"STOP_EVENT",
	"ROTATE_EVENT",
	"INTVAR_EVENT",
	"LOAD_EVENT",
	"SLAVE_EVENT",
	"CREATE_FILE_EVENT",
	"APPEND_BLOCK_EVENT",
	"EXEC_LOAD_EVENT",
	"DELETE_FILE_EVENT",
	"NEW_LOAD_EVENT",
	"RAND_EVENT",
	"USER_VAR_EVENT",
	"FORMAT_DESCRIPTION_EVENT",
	"XID_EVENT",
	"BEGIN_LOAD_QUERY_EVENT",
	"EXECUTE_LOAD_QUERY_EVENT",
	"TABLE_MAP_EVENT",
	"PRE_GA_DELETE_ROWS_EVENT",
	"PRE_GA_UPDATE_ROWS_EVENT",
	"PRE_GA_WRITE_ROWS_EVENT",
	"WRITE_ROWS_EVENT_V1",
	"UPDATE_ROWS_EVENT_V1",
	"DELETE_ROWS_EVENT_V1",
	"INCIDENT_EVENT",
	"HEARTBEAT_LOG_EVENT",
	"IGNORABLE_LOG_EVENT",
	"ROWS_QUERY_LOG_EVENT",
	"WRITE_ROWS_EVENT_V2",
	"UPDATE_ROWS_EVENT_V2",
	"DELETE_ROWS_EVENT_V2",
	"GTID_LOG_EVENT",
	"ANONYMOUS_GTID_LOG_EVENT",
	"PREVIOUS_GTIDS_LOG_EVENT",
	"TRANSACTION_CONTEXT_EVENT",
	"VIEW_CHANGE_EVENT",
	"XA_PREPARE_LOG_EVENT",
	"PARTIAL_UPDATE_ROWS_EVENT",
	"TRANSACTION_PAYLOAD_EVENT",
	"HEARTBEAT_LOG_EVENT_V2",
	"GTID_TAGGED_LOG_EVENT"
];
CodeEvent[160] = "ANNOTATE_ROWS_EVENT";
CodeEvent[161] = "BINLOG_CHECKPOINT_EVENT";
CodeEvent[162] = "MARIADB_GTID_EVENT";
CodeEvent[163] = "MARIADB_GTID_LIST_EVENT";
CodeEvent[164] = "START_ENCRYPTION_EVENT";
CodeEvent[165] = "QUERY_COMPRESSED_EVENT";
CodeEvent[166] = "WRITE_ROWS_COMPRESSED_EVENT_V1";
CodeEvent[167] = "UPDATE_ROWS_COMPRESSED_EVENT_V1";
CodeEvent[168] = "DELETE_ROWS_COMPRESSED_EVENT_V1";
CodeEvent[169] = "WRITE_ROWS_COMPRESSED_EVENT";
CodeEvent[170] = "UPDATE_ROWS_COMPRESSED_EVENT";
CodeEvent[171] = "DELETE_ROWS_COMPRESSED_EVENT";
const EventClass = {
	UNKNOWN_EVENT: Unknown,
	QUERY_EVENT: Query,
	INTVAR_EVENT: IntVar,
	ROTATE_EVENT: Rotate,
	FORMAT_DESCRIPTION_EVENT: Format,
	XID_EVENT: Xid,
	HEARTBEAT_LOG_EVENT: Heartbeat,
	GTID_LOG_EVENT: Gtid,
	GTID_TAGGED_LOG_EVENT: Gtid,
	ANONYMOUS_GTID_LOG_EVENT: AnonymousGtid,
	PREVIOUS_GTIDS_LOG_EVENT: PreviousGtids,
	TRANSACTION_PAYLOAD_EVENT: TransactionPayload,
	PARTIAL_UPDATE_ROWS_EVENT: PartialUpdateRows,
	TABLE_MAP_EVENT: TableMap,
	DELETE_ROWS_EVENT_V1: DeleteRows,
	UPDATE_ROWS_EVENT_V1: UpdateRows,
	WRITE_ROWS_EVENT_V1: WriteRows,
	WRITE_ROWS_EVENT_V2: WriteRows,
	UPDATE_ROWS_EVENT_V2: UpdateRows,
	DELETE_ROWS_EVENT_V2: DeleteRows,
	XA_PREPARE_LOG_EVENT: XaPrepare,
	ROWS_QUERY_LOG_EVENT: RowsQuery,
	ANNOTATE_ROWS_EVENT: AnnotateRows,
	BINLOG_CHECKPOINT_EVENT: BinlogCheckpoint,
	MARIADB_GTID_EVENT: MariadbGtid,
	MARIADB_GTID_LIST_EVENT: MariadbGtidList,
	START_ENCRYPTION_EVENT: StartEncryption,
	QUERY_COMPRESSED_EVENT: Query,
	WRITE_ROWS_COMPRESSED_EVENT_V1: WriteRows,
	UPDATE_ROWS_COMPRESSED_EVENT_V1: UpdateRows,
	DELETE_ROWS_COMPRESSED_EVENT_V1: DeleteRows,
	WRITE_ROWS_COMPRESSED_EVENT: WriteRows,
	UPDATE_ROWS_COMPRESSED_EVENT: UpdateRows,
	DELETE_ROWS_COMPRESSED_EVENT: DeleteRows
};
function getEventClass(code) {
	return EventClass[CodeEvent[code]] || Unknown;
}

// node_modules/@vlasky/zongji/lib/packet/binlog.js
function initBinlogPacketClass(zongji) {
	class BinlogPacket {
		*_process(parser) {
			parser.parseUnsignedNumber(1);
			const timestamp = parser.parseUnsignedNumber(4) * 1e3;
			const eventType = parser.parseUnsignedNumber(1);
			const serverId = parser.parseUnsignedNumber(4);
			const eventLength = parser.parseUnsignedNumber(4);
			const nextPosition = parser.parseUnsignedNumber(4);
			parser.parseUnsignedNumber(2);
			const options = {
				timestamp,
				nextPosition,
				size: eventLength - BinlogPacket.Length,
				eventType,
				serverId
			};
			this.nextPosition = nextPosition;
			const EventClass = getEventClass(eventType);
			this.eventName = EventClass.name;
			if (EventClass.unsupportedReason) zongji._warnUnsupportedEvent(EventClass);
			yield;
			try {
				this._event = new EventClass(parser, options, zongji);
			} catch (err) {
				this._error = err;
			}
		}
		parse(parser) {
			this._processor = this._process(parser);
			this._processor.next();
		}
		getEvent() {
			this._processor.next();
			if (this._error) throw this._error;
			return this._event;
		}
	}
	BinlogPacket.Length = 19;
	if (zongji.useChecksum) BinlogPacket.Length = 23;
	return BinlogPacket;
}

// node_modules/@vlasky/zongji/lib/gtid_set.js
var GtidSet = class GtidSet {
	constructor() {
		this._sids = /* @__PURE__ */ new Map();
	}
	static parse(text) {
		const set = new GtidSet();
		if (!text) return set;
		for (const entry of String(text).split(",")) {
			const parts = entry.trim().split(":");
			if (parts.length < 2) throw new Error(`Invalid GTID set entry: '${entry.trim()}'`);
			const uuid = normaliseUuid(parts[0]);
			let tag = "";
			let intervals = 0;
			let sectionEmpty = false;
			for (const item of parts.slice(1)) {
				const trimmed = item.trim();
				if (TAG_REGEX.test(trimmed)) {
					if (sectionEmpty) throw new Error(`GTID tag without intervals: '${entry.trim()}'`);
					tag = trimmed.toLowerCase();
					sectionEmpty = true;
					continue;
				}
				const bounds = trimmed.split("-");
				const start = parsePositiveInt(bounds[0], entry);
				const end = bounds.length > 1 ? parsePositiveInt(bounds[1], entry) : start;
				if (bounds.length > 2 || end < start) throw new Error(`Invalid GTID interval: '${entry.trim()}'`);
				set._addInterval(uuid, tag, start, end);
				sectionEmpty = false;
				intervals++;
			}
			if (intervals === 0 || sectionEmpty) throw new Error(`Invalid GTID set entry: '${entry.trim()}'`);
		}
		return set;
	}
	add(gtid) {
		const { uuid, tag, gno } = parseSingleGtid$1(gtid);
		this._addInterval(uuid, tag, gno, gno);
	}
	contains(gtid) {
		if (gtid === void 0 || gtid === null) return false;
		const { uuid, tag, gno } = parseSingleGtid$1(gtid);
		const tags = this._sids.get(uuid);
		const intervals = tags && tags.get(tag);
		if (!intervals) return false;
		return intervals.some(([start, end]) => gno >= start && gno <= end);
	}
	_addInterval(uuid, tag, start, end) {
		let tags = this._sids.get(uuid);
		if (!tags) {
			tags = /* @__PURE__ */ new Map();
			this._sids.set(uuid, tags);
		}
		const existing = tags.get(tag) || [];
		existing.push([start, end]);
		existing.sort((a, b) => a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
		const merged = [existing[0]];
		for (let i = 1; i < existing.length; i++) {
			const last = merged[merged.length - 1];
			const next = existing[i];
			if (next[0] <= last[1] + 1n) {
				if (next[1] > last[1]) last[1] = next[1];
			} else merged.push(next);
		}
		tags.set(tag, merged);
	}
	isEmpty() {
		return this._sids.size === 0;
	}
	_sortedEntries() {
		return [...this._sids.entries()].sort((a, b) => a[0] < b[0] ? -1 : 1).flatMap(([uuid, tags]) => [...tags.entries()].sort((a, b) => a[0] < b[0] ? -1 : 1).map(([tag, intervals]) => [
			uuid,
			tag,
			intervals
		]));
	}
	toString() {
		let text = "";
		let lastUuid = null;
		for (const [uuid, tag, intervals] of this._sortedEntries()) {
			const ranges = intervals.map(([start, end]) => start === end ? `${start}` : `${start}-${end}`).join(":");
			if (uuid === lastUuid) text += `:${tag}:${ranges}`;
			else {
				text += (text ? "," : "") + uuid + (tag ? `:${tag}` : "") + `:${ranges}`;
				lastUuid = uuid;
			}
		}
		return text;
	}
	encode() {
		const entries = this._sortedEntries();
		const tagged = entries.some(([, tag]) => tag !== "");
		let length = 8;
		for (const [, tag, intervals] of entries) length += 16 + (tagged ? 1 + tag.length : 0) + 8 + intervals.length * 16;
		const buffer = Buffer.alloc(length);
		let offset = 0;
		const nSidsField = tagged ? 1n << 56n | BigInt(entries.length) << 8n | 1n : BigInt(entries.length);
		offset = buffer.writeBigUInt64LE(nSidsField, offset);
		for (const [uuid, tag, intervals] of entries) {
			offset += Buffer.from(uuid.replace(/-/g, ""), "hex").copy(buffer, offset);
			if (tagged) {
				offset = buffer.writeUInt8(tag.length << 1, offset);
				offset += buffer.write(tag, offset, "ascii");
			}
			offset = buffer.writeBigUInt64LE(BigInt(intervals.length), offset);
			for (const [start, end] of intervals) {
				offset = buffer.writeBigUInt64LE(start, offset);
				offset = buffer.writeBigUInt64LE(end + 1n, offset);
			}
		}
		return buffer;
	}
};
const UUID_REGEX = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TAG_REGEX = /^[a-zA-Z_][a-zA-Z0-9_]{0,31}$/;
function parseSingleGtid$1(gtid) {
	const parts = String(gtid).split(":");
	if (parts.length !== 2 && parts.length !== 3) throw new Error(`Invalid GTID: '${gtid}'`);
	const uuid = normaliseUuid(parts[0]);
	let tag = "";
	if (parts.length === 3) {
		const candidate = parts[1].trim();
		if (!TAG_REGEX.test(candidate)) throw new Error(`Invalid GTID tag in '${gtid}'`);
		tag = candidate.toLowerCase();
	}
	const gno = parsePositiveInt(parts[parts.length - 1].trim(), gtid);
	return {
		uuid,
		tag,
		gno
	};
}
__name(parseSingleGtid$1, "parseSingleGtid");
function normaliseUuid(text) {
	const uuid = text.trim().toLowerCase();
	if (!UUID_REGEX.test(uuid)) throw new Error(`Invalid GTID source UUID: '${text.trim()}'`);
	return uuid;
}
function parsePositiveInt(text, context) {
	if (!/^\d+$/.test(text)) throw new Error(`Invalid GTID number in '${context}': '${text}'`);
	const value = BigInt(text);
	if (value < 1n || value > 9223372036854775807n) throw new Error(`Invalid GTID number in '${context}': '${text}'`);
	return value;
}

// node_modules/@vlasky/zongji/lib/sequence/binlog.js
const BINLOG_DUMP_COMMAND = 18;
const BINLOG_DUMP_GTID_COMMAND = 30;
var Command = class extends EventEmitter {
	constructor() {
		super();
		this.next = null;
	}
	execute(packet, connection) {
		if (!this.next) {
			this.next = this.start;
			connection._resetSequenceId();
		}
		if (packet && packet.isError && packet.isError()) {
			const err = packet.asError(connection.clientEncoding);
			if (this.onResult) {
				this.onResult(err);
				this.emit("end");
			} else {
				this.emit("error", err);
				this.emit("end");
			}
			return true;
		}
		this.next = this.next(packet, connection);
		if (this.next) return false;
		this.emit("end");
		return true;
	}
};
var SimplePacket = class {
	constructor(length) {
		this.buffer = Buffer.allocUnsafe(length);
		this.offset = 4;
	}
	length() {
		return this.buffer.length;
	}
	writeInt8(value) {
		this.buffer.writeUInt8(value, this.offset);
		this.offset += 1;
	}
	writeInt16(value) {
		this.buffer.writeUInt16LE(value, this.offset);
		this.offset += 2;
	}
	writeInt24(value) {
		this.buffer.writeUIntLE(value, this.offset, 3);
		this.offset += 3;
	}
	writeInt32(value) {
		this.buffer.writeUInt32LE(value, this.offset);
		this.offset += 4;
	}
	writeNullTerminatedString(value, encoding) {
		const buf = Buffer.from(value, encoding);
		buf.copy(this.buffer, this.offset);
		this.offset += buf.length;
		this.writeInt8(0);
	}
	writeUInt64(value) {
		this.buffer.writeBigUInt64LE(BigInt(value), this.offset);
		this.offset += 8;
	}
	writeBuffer(value) {
		value.copy(this.buffer, this.offset);
		this.offset += value.length;
	}
	writeHeader(sequenceId) {
		const offset = this.offset;
		this.offset = 0;
		this.writeInt24(this.buffer.length - 4);
		this.writeInt8(sequenceId);
		this.offset = offset;
	}
};
function initBinlogClass(zongji) {
	const BinlogPacket = initBinlogPacketClass(zongji);
	class Binlog extends Command {
		constructor(callback) {
			super();
			this._callback = callback;
		}
		start(packet, connection) {
			const options = zongji.get([
				"serverId",
				"position",
				"filename",
				"nonBlock",
				"gtidSet",
				"requestAnnotateRows"
			]);
			const serverId = options.serverId || 1;
			let flags = options.nonBlock ? 1 : 0;
			if (zongji.isMariaDb && options.requestAnnotateRows) flags |= 2;
			let outPacket;
			if (options.gtidSet != null && !zongji.isMariaDb) {
				const gtidData = GtidSet.parse(options.gtidSet).encode();
				outPacket = new SimplePacket(27 + gtidData.length);
				outPacket.writeInt8(BINLOG_DUMP_GTID_COMMAND);
				outPacket.writeInt16(flags);
				outPacket.writeInt32(serverId);
				outPacket.writeInt32(0);
				outPacket.writeUInt64(4);
				outPacket.writeInt32(gtidData.length);
				outPacket.writeBuffer(gtidData);
			} else {
				const binlogPos = options.position || 4;
				const filename = options.filename || "";
				outPacket = new SimplePacket(16 + Buffer.byteLength(filename, "utf8"));
				outPacket.writeInt8(BINLOG_DUMP_COMMAND);
				outPacket.writeInt32(binlogPos);
				outPacket.writeInt16(flags);
				outPacket.writeInt32(serverId);
				outPacket.writeNullTerminatedString(filename, "utf8");
			}
			connection.writePacket(outPacket);
			return Binlog.prototype.binlogData;
		}
		binlogData(packet, connection) {
			if (packet.isEOF()) {
				this.emit("eof");
				return null;
			}
			if (packet.isError()) {
				const err = packet.asError(connection.clientEncoding);
				if (this._callback) this._callback.call(this, err);
				else this.emit("error", err);
				return null;
			}
			const parser = new Parser(packet);
			const binlogPacket = new BinlogPacket();
			binlogPacket.parse(parser);
			if (this._callback) {
				const eventName = binlogPacket.eventName ? binlogPacket.eventName.toLowerCase() : "unknown";
				let event;
				let error;
				const isCurrent = !zongji.stopped && zongji.connection === connection;
				const isGtidEvent = eventName === "gtid" || eventName === "anonymousgtid" || eventName === "mariadbgtid";
				const isRotate = eventName === "rotate";
				const isCommitCandidate = eventName === "xid" || eventName === "query" || eventName === "xaprepare";
				const isTrackedEvent = isGtidEvent || isRotate || isCommitCandidate || (zongji._executedGtids !== null || zongji._seedGtidsFromStream) && (eventName === "previousgtids" || eventName === "mariadbgtidlist");
				if (isCurrent && eventName === "tablemap") zongji._positionFrozen = true;
				let closesTransaction = false;
				if (isTrackedEvent) try {
					event = binlogPacket.getEvent();
					if (isCurrent) {
						if (isGtidEvent || isRotate) zongji._positionFrozen = false;
						if (isGtidEvent) zongji._currentGtid = eventName === "anonymousgtid" ? void 0 : event.gtid;
						if (isRotate) {
							zongji.options.filename = event.binlogName;
							zongji.options.position = event.position;
						}
						closesTransaction = zongji._trackGtidProgress(eventName, event);
						if (closesTransaction) zongji._positionFrozen = false;
					}
				} catch (err) {
					if (isCurrent && (isGtidEvent || isCommitCandidate)) zongji._currentGtid = void 0;
					error = err;
				}
				if (zongji._skipEvent(eventName) && !error) {
					if (isCurrent && eventName !== "tablemap" && !isRotate && !zongji._positionFrozen && binlogPacket.nextPosition > 0) zongji.options.position = binlogPacket.nextPosition;
					if (closesTransaction) zongji._currentGtid = void 0;
					return Binlog.prototype.binlogData;
				}
				if (!isTrackedEvent && !error) try {
					event = binlogPacket.getEvent();
				} catch (err) {
					error = err;
				}
				try {
					this._callback.call(this, error, event);
				} finally {
					if (closesTransaction) zongji._currentGtid = void 0;
				}
			}
			return Binlog.prototype.binlogData;
		}
	}
	return Binlog;
}

// node_modules/@vlasky/zongji/lib/mariadb_gtid.js
var MariadbGtidPosition = class MariadbGtidPosition {
	constructor() {
		this._domains = /* @__PURE__ */ new Map();
	}
	static parse(text) {
		const position = new MariadbGtidPosition();
		if (!text) return position;
		for (const entry of String(text).split(",")) {
			const { domainId, serverId, seqNo } = parseSingleGtid(entry);
			if (position._domains.has(domainId)) throw new Error(`Duplicate replication domain ${domainId} in GTID position '${text}'`);
			position._domains.set(domainId, {
				domainId,
				serverId,
				seqNo
			});
		}
		return position;
	}
	static fromGtidList(entries) {
		const position = new MariadbGtidPosition();
		for (const entry of entries) position.add(entry);
		return position;
	}
	add(gtid) {
		this._domains.set(gtid.domainId, {
			domainId: gtid.domainId,
			serverId: gtid.serverId,
			seqNo: BigInt(gtid.seqNo)
		});
	}
	covers(gtid, { inclusive = true } = {}) {
		if (gtid === void 0 || gtid === null) return false;
		const { domainId, serverId, seqNo } = parseSingleGtid(gtid);
		const last = this._domains.get(domainId);
		if (!last || last.serverId !== serverId) return false;
		return inclusive ? seqNo <= last.seqNo : seqNo < last.seqNo;
	}
	isEmpty() {
		return this._domains.size === 0;
	}
	toString() {
		return [...this._domains.values()].sort((a, b) => a.domainId - b.domainId).map(({ domainId, serverId, seqNo }) => `${domainId}-${serverId}-${seqNo}`).join(",");
	}
};
function parseSingleGtid(gtid) {
	const entry = String(gtid).trim();
	const parts = entry.split("-");
	if (parts.length !== 3) throw new Error(`Invalid MariaDB GTID: '${entry}'`);
	return {
		domainId: parseUInt32(parts[0], entry),
		serverId: parseUInt32(parts[1], entry),
		seqNo: parseSeqNo(parts[2], entry)
	};
}
function parseUInt32(text, context) {
	if (!/^\d+$/.test(text)) throw new Error(`Invalid MariaDB GTID in '${context}': '${text}'`);
	const value = Number(text);
	if (!Number.isSafeInteger(value) || value > 4294967295) throw new Error(`Invalid MariaDB GTID in '${context}': '${text}'`);
	return value;
}
function parseSeqNo(text, context) {
	if (!/^\d+$/.test(text)) throw new Error(`Invalid MariaDB GTID in '${context}': '${text}'`);
	const value = BigInt(text);
	if (value > 18446744073709551615n) throw new Error(`Invalid MariaDB GTID in '${context}': '${text}'`);
	return value;
}

// node_modules/@vlasky/zongji/index.js
const ConnectionConfigMap = {
	"Connection": (obj) => obj.config,
	"Pool": (obj) => obj.config.connectionConfig
};
const TableInfoQuery = `SELECT
  COLUMN_NAME, COLLATION_NAME, CHARACTER_SET_NAME,
  COLUMN_COMMENT, COLUMN_TYPE
  FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA=? AND TABLE_NAME=?
  ORDER BY ORDINAL_POSITION`;
var ZongJi = class extends EventEmitter {
	constructor(dsn) {
		super();
		this._pendingErrors = [];
		this._pendingErrorTimer = null;
		this.on("newListener", (event) => {
			if (event !== "error" || this._pendingErrors.length === 0) return;
			const pending = this._pendingErrors.slice();
			this._pendingErrors.length = 0;
			process.nextTick(() => {
				pending.forEach((err) => this.emit("error", err));
			});
		});
		this._options({});
		this._filters({});
		this.ctrlCallbacks = [];
		this.tableMap = {};
		this._warnedUnsupported = /* @__PURE__ */ new Set();
		this._currentGtid = void 0;
		this._executedGtids = null;
		this._pendingGtid = void 0;
		this._positionFrozen = false;
		this._seedGtidsFromStream = false;
		this._startFromGtids = false;
		this.ready = false;
		this.stopped = false;
		this._starting = false;
		this._startEpoch = 0;
		this.useChecksum = false;
		this.serverVersion = void 0;
		this.isMariaDb = false;
		this._dsn = dsn;
		this.ctrlConnection = null;
		this.connection = null;
		this.ctrlConnectionOwner = false;
	}
	_establishConnection(dsn) {
		const createConnection = (options) => {
			const emitError = (err) => {
				if (this.listenerCount("error") === 0) {
					this._pendingErrors.push(err);
					this._schedulePendingErrorCheck();
					return;
				}
				this.emit("error", err);
			};
			let connection = import_mysql2.createConnection(options);
			connection.on("error", emitError);
			return connection;
		};
		const configFunc = ConnectionConfigMap[dsn.constructor.name];
		let binlogDsn;
		const sanitizeConnectionOptions = (options) => {
			if (!options) return options;
			const cleaned = Object.assign({}, options);
			delete cleaned.maxPacketSize;
			delete cleaned.clientFlags;
			return cleaned;
		};
		if (typeof dsn === "object" && configFunc) {
			let conn = dsn;
			this.ctrlConnection = conn;
			this.ctrlConnectionOwner = false;
			binlogDsn = sanitizeConnectionOptions(configFunc(conn));
		}
		if (!binlogDsn) {
			this.ctrlConnectionOwner = true;
			this.ctrlConnection = createConnection(dsn);
			binlogDsn = dsn;
		}
		this.connection = createConnection(binlogDsn);
	}
	_schedulePendingErrorCheck() {
		if (this._pendingErrorTimer) return;
		this._pendingErrorTimer = setImmediate(() => {
			this._pendingErrorTimer = null;
			if (this.listenerCount("error") > 0 || this._pendingErrors.length === 0) return;
			const pending = this._pendingErrors.slice();
			this._pendingErrors.length = 0;
			pending.forEach((err) => this.emit("error", err));
		});
	}
	_isChecksumEnabled(next) {
		const SelectChecksumParamSql = "select @@GLOBAL.binlog_checksum as checksum";
		const SetChecksumSql = "set @master_binlog_checksum=@@global.binlog_checksum";
		let done = false;
		const finish = (err, enabled) => {
			if (done) return;
			done = true;
			next(err, enabled);
		};
		const isConnectionReady = (conn) => {
			return conn && conn.state !== "disconnected" && !conn._fatalError && !conn._protocolError && !conn._closing;
		};
		const query = (conn, sql) => {
			if (!isConnectionReady(conn)) return Promise.resolve(null);
			return new Promise((resolve, reject) => {
				try {
					conn.query(sql, (err, result) => {
						if (err) reject(err);
						else resolve(result);
					});
				} catch (err) {
					reject(err);
				}
			});
		};
		let checksumEnabled = true;
		query(this.ctrlConnection, SelectChecksumParamSql).then((rows) => {
			if (!rows) {
				checksumEnabled = false;
				return null;
			}
			if (rows[0].checksum === "NONE") {
				checksumEnabled = false;
				return query(this.connection, "SELECT 1");
			}
			if (checksumEnabled) return query(this.connection, SetChecksumSql);
		}).catch((err) => {
			if (err.toString().match(/ER_UNKNOWN_SYSTEM_VARIABLE/)) {
				checksumEnabled = false;
				return query(this.connection, "SELECT 1");
			} else return finish(err);
		}).then(() => {
			finish(null, checksumEnabled);
		}).catch((err) => {
			finish(err);
		});
	}
	get gtidSet() {
		return this._executedGtids ? this._executedGtids.toString() : void 0;
	}
	get lastGtid() {
		return this._currentGtid;
	}
	_trackGtidProgress(eventName, event) {
		const fold = () => {
			if (this._pendingGtid !== void 0 && this._executedGtids) this._executedGtids.add(this._pendingGtid);
			this._pendingGtid = void 0;
		};
		switch (eventName) {
			case "gtid":
				fold();
				this._pendingGtid = event.gtid;
				break;
			case "anonymousgtid":
				fold();
				break;
			case "xid":
				fold();
				return true;
			case "xaprepare": return true;
			case "query": {
				const query = event.query.trim().toUpperCase();
				if (query === "COMMIT" || query === "ROLLBACK" || query.startsWith("XA COMMIT") || query.startsWith("XA ROLLBACK")) {
					fold();
					return true;
				}
				break;
			}
			case "previousgtids":
				if (this._seedGtidsFromStream && this._executedGtids === null) try {
					this._executedGtids = GtidSet.parse(event.gtidSet);
				} catch {}
				break;
			case "mariadbgtid":
				fold();
				this._pendingGtid = {
					domainId: event.domainId,
					serverId: event.serverId,
					seqNo: event.seqNo
				};
				break;
			case "mariadbgtidlist": if (this._seedGtidsFromStream && this._executedGtids === null) this._executedGtids = MariadbGtidPosition.fromGtidList(event.gtids);
		}
		return false;
	}
	_findBinlogEnd(next) {
		this.ctrlConnection.query("SHOW BINARY LOGS", (err, rows) => {
			if (err) next(err);
			else next(null, rows.length > 0 ? rows[rows.length - 1] : null);
		});
	}
	_fetchTableInfo(tableMapEvent, next) {
		if (!this.ctrlConnection || this.ctrlConnection.state === "disconnected" || this.ctrlConnection._fatalError || this.ctrlConnection._protocolError || this.ctrlConnection._closing) {
			if (!this.stopped) this.emit("error", /* @__PURE__ */ new Error("Control connection unavailable while fetching column metadata for " + tableMapEvent.schemaName + "." + tableMapEvent.tableName + ". Binlog processing has halted; call stop() then start() to resume."));
			return;
		}
		const params = [tableMapEvent.schemaName, tableMapEvent.tableName];
		try {
			this.ctrlConnection.execute(TableInfoQuery, params, (err, rows) => {
				if (err) {
					this.emit("error", err);
					return;
				}
				if (rows.length === 0) {
					this.emit("error", /* @__PURE__ */ new Error("Insufficient permissions to access: " + tableMapEvent.schemaName + "." + tableMapEvent.tableName));
					return;
				}
				this.tableMap[tableMapEvent.tableId] = {
					columnSchemas: rows,
					parentSchema: tableMapEvent.schemaName,
					tableName: tableMapEvent.tableName
				};
				next();
			});
		} catch (err) {
			this.emit("error", err);
		}
	}
	/** @param {object} [options] */
	_options({ serverId, filename, position, startAtEnd, gtidSet, nonBlock, requestAnnotateRows } = {}) {
		this.options = {
			serverId,
			filename,
			position,
			startAtEnd,
			gtidSet,
			nonBlock,
			requestAnnotateRows
		};
	}
	/** @param {object} [options] */
	_filters({ includeEvents, excludeEvents, includeSchema, excludeSchema } = {}) {
		this.filters = {
			includeEvents,
			excludeEvents,
			includeSchema,
			excludeSchema
		};
		const compileSchemaFilter = (schema) => {
			if (schema === void 0 || schema === null) return;
			const compiled = /* @__PURE__ */ new Map();
			for (const database of Object.keys(schema)) {
				const tables = schema[database];
				compiled.set(database, tables === true ? true : new Set(Array.isArray(tables) ? tables : []));
			}
			return compiled;
		};
		this._includeEventsSet = includeEvents === void 0 ? void 0 : new Set(Array.isArray(includeEvents) ? includeEvents : []);
		this._excludeEventsSet = new Set(Array.isArray(excludeEvents) ? excludeEvents : []);
		this._includeSchemaMap = compileSchemaFilter(includeSchema);
		this._excludeSchemaMap = compileSchemaFilter(excludeSchema) || /* @__PURE__ */ new Map();
	}
	get(name) {
		let result;
		if (typeof name === "string") result = this.options[name];
		else if (Array.isArray(name)) result = name.reduce((acc, cur) => {
			acc[cur] = this.options[cur];
			return acc;
		}, {});
		return result;
	}
	start(options = {}) {
		if (this.ready && !this.stopped) {
			this._filters(options);
			return;
		}
		if (this._starting && !this.stopped) {
			this._filters(options);
			return;
		}
		this._starting = true;
		this._startEpoch += 1;
		const epoch = this._startEpoch;
		this._currentGtid = void 0;
		this._pendingGtid = void 0;
		this._positionFrozen = false;
		this._executedGtids = null;
		this._seedGtidsFromStream = false;
		this._startFromGtids = options.gtidSet != null;
		if (this._startFromGtids) try {
			this._executedGtids = String(options.gtidSet).includes(":") ? GtidSet.parse(options.gtidSet) : MariadbGtidPosition.parse(options.gtidSet);
		} catch (err) {
			this._starting = false;
			this.emit("error", err);
			return;
		}
		else if (!options.startAtEnd && (options.position === void 0 || options.position <= 4)) this._seedGtidsFromStream = true;
		this.stopped = false;
		if (!this.connection || !this.ctrlConnection) this._establishConnection(this._dsn);
		this._options(options);
		this._filters(options);
		const detectServer = (resolve, reject) => {
			this.ctrlConnection.query("SELECT VERSION() AS version", (err, rows) => {
				if (epoch !== this._startEpoch) return resolve();
				if (err) return reject(err);
				this.serverVersion = rows[0].version;
				this.isMariaDb = /mariadb/i.test(this.serverVersion);
				resolve();
			});
		};
		const testChecksum = (resolve, reject) => {
			this._isChecksumEnabled((err, checksumEnabled) => {
				if (err) reject(err);
				else {
					this.useChecksum = checksumEnabled;
					resolve();
				}
			});
		};
		const findBinlogEnd = (resolve, reject) => {
			this._findBinlogEnd((err, result) => {
				if (epoch !== this._startEpoch) return resolve();
				if (err) return reject(err);
				if (result) this._options(Object.assign({}, options, {
					filename: result.Log_name,
					position: result.File_size
				}));
				resolve();
			});
		};
		const seedGtidsFromServer = (resolve, reject) => {
			this.ctrlConnection.query("SELECT @@GLOBAL.gtid_executed AS gtidExecuted", (err, rows) => {
				if (epoch !== this._startEpoch) return resolve();
				if (err) return reject(err);
				try {
					this._executedGtids = GtidSet.parse(rows[0].gtidExecuted.replace(/\s/g, ""));
				} catch (parseErr) {
					return reject(parseErr);
				}
				resolve();
			});
		};
		const attachGtid = (event) => {
			if (!("gtid" in event)) event.gtid = this._currentGtid;
			return event;
		};
		const binlogHandler = (error, event) => {
			if (error) return this.emit("error", error);
			if (this.stopped || !this.connection) return;
			if (event === void 0 || event._filtered === true) return;
			switch (event.getTypeName()) {
				case "TableMap": {
					if (event.hasSelfDescribingMetadata() && !(this.isMariaDb && event.hasAmbiguousTemporalColumns())) {
						this.tableMap[event.tableId] = {
							columnSchemas: event.buildColumnSchemas(),
							parentSchema: event.schemaName,
							tableName: event.tableName
						};
						event.updateColumnInfo();
						break;
					}
					const tableMap = this.tableMap[event.tableId];
					if (!tableMap || tableMap.tableName !== event.tableName || tableMap.columns.length !== event.columnCount) {
						if (!this.connection) return;
						this.connection.pause();
						attachGtid(event);
						this._fetchTableInfo(event, () => {
							try {
								event.updateColumnInfo();
							} catch (err) {
								delete this.tableMap[event.tableId];
								this.emit("error", err);
								if (this.connection) this.connection.resume();
								return;
							}
							this.emit("binlog", event);
							if (this.connection) this.connection.resume();
						});
						return;
					}
					break;
				}
			}
			const typeName = event.getTypeName();
			if (typeName !== "TableMap" && typeName !== "Rotate" && !this._positionFrozen && event.nextPosition > 0) this.options.position = event.nextPosition;
			this.emit("binlog", attachGtid(event));
		};
		const setMariaDbCapability = (resolve, reject) => {
			this.connection.query("SET @mariadb_slave_capability=4", (err) => {
				if (epoch !== this._startEpoch) return resolve();
				if (err) return reject(err);
				resolve();
			});
		};
		const setMariaDbConnectState = (resolve, reject) => {
			const position = this._executedGtids.toString();
			this.connection.query(`SET @slave_connect_state='${position}'`, (err) => {
				if (epoch !== this._startEpoch) return resolve();
				if (err) return reject(err);
				resolve();
			});
		};
		const seedMariaDbGtidsFromServer = (resolve, reject) => {
			this.ctrlConnection.query("SELECT @@GLOBAL.gtid_current_pos AS gtidPos", (err, rows) => {
				if (epoch !== this._startEpoch) return resolve();
				if (err) return reject(err);
				try {
					this._executedGtids = MariadbGtidPosition.parse(rows[0].gtidPos.trim());
				} catch (parseErr) {
					return reject(parseErr);
				}
				resolve();
			});
		};
		new Promise(detectServer).then(() => {
			if (this._startFromGtids) {
				if (this._executedGtids instanceof MariadbGtidPosition !== this.isMariaDb) {
					if (this._executedGtids.isEmpty()) this._executedGtids = this.isMariaDb ? new MariadbGtidPosition() : new GtidSet();
					else if (this.isMariaDb) throw new Error("gtidSet is a MySQL GTID set but the server is MariaDB; pass a MariaDB GTID position instead (domain-server-sequence, e.g. '0-1-1234')");
					else throw new Error("gtidSet is a MariaDB GTID position but the server is MySQL; pass a MySQL GTID set instead (e.g. 'uuid:1-5')");
				}
			}
			let promises = [new Promise(testChecksum)];
			if (this.isMariaDb) {
				promises.push(new Promise(setMariaDbCapability));
				if (this._startFromGtids) promises.push(new Promise(setMariaDbConnectState));
			}
			if (this.options.startAtEnd) {
				promises.push(new Promise(findBinlogEnd));
				if (this._executedGtids === null) promises.push(new Promise(this.isMariaDb ? seedMariaDbGtidsFromServer : seedGtidsFromServer));
			}
			return Promise.all(promises);
		}).then(() => {
			if (epoch !== this._startEpoch) return;
			this._starting = false;
			if (this.stopped) return;
			this.BinlogClass = initBinlogClass(this);
			this.ready = true;
			this.emit("ready");
			if (this.stopped || epoch !== this._startEpoch) return;
			if (this.connection.config && this.connection.config.compress) {
				const originalHandlePacket = this.connection.handlePacket.bind(this.connection);
				this.connection.handlePacket = function(packet) {
					if (packet && typeof packet.sequenceId !== "undefined") this.sequenceId = packet.sequenceId;
					return originalHandlePacket(packet);
				};
			}
			this.connection.addCommand(new this.BinlogClass(binlogHandler));
		}).catch((err) => {
			if (epoch !== this._startEpoch) return;
			this._starting = false;
			this.emit("error", err);
		});
	}
	stop() {
		this.stopped = true;
		this.ready = false;
		if (!this.connection && !this.ctrlConnection) {
			this.emit("stopped");
			return;
		}
		const silenceErrors = (conn) => {
			conn.removeAllListeners("error");
			conn.on("error", () => {});
		};
		const ctrlConnection = this.ctrlConnection;
		const ctrlToClose = this.ctrlConnectionOwner ? ctrlConnection : null;
		let connectionThreadId = null;
		if (this.connection) {
			connectionThreadId = this.connection.threadId;
			silenceErrors(this.connection);
			this.connection.destroy();
			if (this.connection.stream && typeof this.connection.stream.unref === "function") this.connection.stream.unref();
			this.connection = null;
		}
		let finished = false;
		const finish = () => {
			if (finished) return;
			finished = true;
			if (ctrlToClose) {
				silenceErrors(ctrlToClose);
				ctrlToClose.destroy();
				if (ctrlToClose.stream && typeof ctrlToClose.stream.unref === "function") ctrlToClose.stream.unref();
				if (this.ctrlConnection === ctrlToClose) this.ctrlConnection = null;
			}
			this.emit("stopped");
		};
		if (!ctrlConnection || ctrlConnection.state === "disconnected" || ctrlConnection._fatalError || ctrlConnection._protocolError || ctrlConnection._closing) {
			if (this.ctrlConnection === ctrlConnection) this.ctrlConnection = null;
			return finish();
		}
		if (!connectionThreadId) return finish();
		const killTimeout = setTimeout(finish, 1e3);
		try {
			ctrlConnection.query("KILL " + connectionThreadId, () => {
				clearTimeout(killTimeout);
				finish();
			});
		} catch {
			clearTimeout(killTimeout);
			finish();
		}
	}
	_warnUnsupportedEvent(EventClass) {
		if (this._warnedUnsupported.has(EventClass.name)) return;
		this._warnedUnsupported.add(EventClass.name);
		this.emit("error", new Error(EventClass.unsupportedReason));
	}
	_skipEvent(name) {
		if (this._excludeEventsSet.has(name)) return true;
		return this._includeEventsSet !== void 0 && !this._includeEventsSet.has(name);
	}
	_skipSchema(database, table) {
		const excludeEntry = this._excludeSchemaMap.get(database);
		if (excludeEntry === true || excludeEntry instanceof Set && excludeEntry.has(table)) return true;
		if (this._includeSchemaMap === void 0) return false;
		const includeEntry = this._includeSchemaMap.get(database);
		return !(includeEntry === true || includeEntry instanceof Set && includeEntry.has(table));
	}
};

export { ZongJi as t };