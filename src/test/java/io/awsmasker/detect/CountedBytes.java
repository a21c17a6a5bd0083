package io.awsmasker.detect;

import io.awsmasker.detect.bytes.EightBytes;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Loads this room's classes a second time with a counter in front of every read of an array of bytes, one by one, eight at a
 * time, compared or copied (but for copies into strings), so that a test can see how often a scan reads a text. Time would say
 * something about the machine; this says it about the code.
 */
final class CountedBytes extends ClassLoader {
    private static final String ROOM = "io.awsmasker.detect.";
    private static final String COUNTER = "io/awsmasker/detect/ByteReads";
    private static final String VIEW = "java/lang/invoke/VarHandle";
    private static final String ARRAYS = "java/util/Arrays";

    CountedBytes() {
        super(CountedBytes.class.getClassLoader());
    }

    /** How many bytes a detector of its own reads to search {@code text}. */
    long reads(byte[] text) throws ReflectiveOperationException {
        Class<?> detector = loadClass(ROOM + "Detector");
        Object instance = detector.getConstructor().newInstance();
        Constructor<?> passage =
                loadClass(ROOM + "finding.Passage").getConstructor(byte[].class, int.class, int.class, String.class);
        Object whole = passage.newInstance(text, 0, text.length, null);
        long before = ByteReads.count;
        detector.getMethod("find", List.class).invoke(instance, List.of(whole));
        return ByteReads.count - before;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ROOM) || name.endsWith("ByteReads")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try (InputStream file = CountedBytes.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            new ClassReader(file).accept(new Counting(writer), 0);
            byte[] counted = writer.toByteArray();
            return defineClass(name, counted, 0, counted.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static final class Counting extends ClassVisitor {
        private Counting(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, type, signature, thrown)) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.BALOAD) {
                        count(1);
                    }
                    super.visitInsn(opcode);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String type, boolean ofInterface) {
                    if (owner.equals(VIEW) && name.equals("get") && type.startsWith("([BI)")) {
                        count(EightBytes.SIZE);
                    }
                    boolean whole = (owner.equals(ARRAYS) && type.startsWith("([BII[BII)")) || name.equals("arraycopy");
                    super.visitMethodInsn(opcode, whole ? COUNTER : owner, name, type, ofInterface);
                }

                private void count(long bytes) {
                    super.visitFieldInsn(Opcodes.GETSTATIC, COUNTER, "count", "J");
                    super.visitLdcInsn(bytes);
                    super.visitInsn(Opcodes.LADD);
                    super.visitFieldInsn(Opcodes.PUTSTATIC, COUNTER, "count", "J");
                }
            };
        }
    }
}
