import { r as __name } from "../rolldown-runtime.js";

// src/report/file-names.ts
/**
* What a file is called among others: its name, with as many folders before it as tell it from those of the same name.
*
* @param files paths with `/` between their parts
*/
function nameFiles(files) {
	const all = [...new Set(files.filter((file) => file !== null))].map((file) => file.split("/"));
	return (file) => {
		const parts = file.split("/");
		for (let count = 1; count < parts.length; count += 1) {
			const tail = parts.slice(-count).join("/");
			if (all.filter((other) => other.slice(-count).join("/") === tail).length < 2) return tail;
		}
		return file;
	};
}

export { nameFiles as t };