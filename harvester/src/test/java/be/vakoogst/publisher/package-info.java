/** The misbehaving publisher that all tests harvest from. */
package be.vakoogst.publisher;
